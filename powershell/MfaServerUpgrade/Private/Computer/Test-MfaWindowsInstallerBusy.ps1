# Whether Windows Installer installs something right now: it holds this mutex while it does (MSIEXECUTE).
function Test-MfaWindowsInstallerBusy {
    [CmdletBinding()]
    [OutputType([bool])]
    param()
    $mutex = $null
    $isThere = [System.Threading.Mutex]::TryOpenExisting('Global\_MSIExecute', [ref]$mutex)
    if ($null -ne $mutex) { $mutex.Dispose() }
    $isThere
}
