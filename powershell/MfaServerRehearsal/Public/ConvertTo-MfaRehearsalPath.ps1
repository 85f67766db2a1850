function ConvertTo-MfaRehearsalPath {
    <#
    .SYNOPSIS
    Gives the place in the rehearsal folder that a path of a simulated host means.
    .DESCRIPTION
    A drive of a simulated host is a folder below its files, also as the administrative share of another host. A path that already lies in the rehearsal folder, and every text
    that names no drive, comes back as it is.
    .PARAMETER Hosts
    Folder of the simulated hosts.
    .PARAMETER Name
    Name of the host as the farm file writes it.
    .PARAMETER Path
    Text that may be a path with a drive.
    .EXAMPLE
    ConvertTo-MfaRehearsalPath -Hosts ./hosts -Name mfa01.contoso.example -Path 'D:\MFA Backup'
    Gives ./hosts/mfa01.contoso.example/files/D/MFA Backup.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$Hosts,
        [Parameter(Mandatory)] [string]$Name,
        [Parameter(Mandatory)] [AllowEmptyString()] [string]$Path
    )
    if ($Path -match '^\\\\([A-Za-z0-9_.-]+)\\([A-Za-z])\$\\([^\r\n]*)$') {
        return ConvertTo-MfaRehearsalPath -Hosts $Hosts -Name $Matches[1] -Path ('{0}:\{1}' -f $Matches[2], $Matches[3])
    }
    if ($Path -notmatch '^([A-Za-z]):[\\/]([^\r\n]*)$') { return $Path }
    $drive = $Matches[1].ToUpperInvariant()
    $rest = $Matches[2] -replace '[\\/]', [string][System.IO.Path]::DirectorySeparatorChar
    if ($Path.StartsWith($Hosts, [System.StringComparison]::OrdinalIgnoreCase)) { return $Path }
    [System.IO.Path]::Combine($Hosts, (ConvertTo-MfaRehearsalName -Name $Name), 'files', $drive, $rest)
}
