# A path of the simulated host as a path on this computer: {files} stands for the host's folder of files.
function Expand-MfaStandInPath {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string]$Text)
    if (-not $Text.StartsWith('{files}')) { return $Text }
    $Text.Replace('{files}', [System.IO.Path]::Combine($script:HostFolder, 'files')).Replace('/', [System.IO.Path]::DirectorySeparatorChar)
}
