# Free bytes on the drive that would hold a path, which need not exist yet.
function Get-MfaFreeByte {
    [CmdletBinding()]
    [OutputType([long])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    $drive = Get-PSDrive -PSProvider 'FileSystem' |
        Where-Object -FilterScript { $_.Root -and (Test-MfaPathInside -LiteralPath $LiteralPath -Folder $_.Root) } |
        Sort-Object -Property { $_.Root.Length } -Descending |
        Select-Object -First 1
    if ($null -eq $drive -or $null -eq $drive.Free) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code FreeSpaceNotFound -Category ReadError -Target $LiteralPath -Value $LiteralPath))
    }
    [long]$drive.Free
}
