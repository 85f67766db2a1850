# A path of a simulated host, this one where no other is named, as a path on this computer: {files} stands for the host's
# folder of files.
function Expand-MfaStandInPath {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [AllowEmptyString()] [string]$Text,
        [string]$HostName
    )
    if (-not $Text.StartsWith('{files}')) { return $Text }
    $folder = if ($HostName) { [System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($script:HostFolder), $HostName) } else { $script:HostFolder }
    $Text.Replace('{files}', [System.IO.Path]::Combine($folder, 'files')).Replace('/', [System.IO.Path]::DirectorySeparatorChar)
}
