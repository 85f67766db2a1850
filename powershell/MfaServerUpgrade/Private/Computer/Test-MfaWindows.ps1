# Windows PowerShell 5.1 has no $IsWindows.
function Test-MfaWindows {
    [CmdletBinding()]
    [OutputType([bool])]
    param()
    [System.Environment]::OSVersion.Platform -eq [System.PlatformID]::Win32NT
}
