# When AD FS started on this node; nothing where it does not run. The service names its process, the process its start.
function Get-MfaAdfsStart {
    [CmdletBinding()]
    [OutputType([datetime])]
    param()
    $service = Get-CimInstance -ClassName 'Win32_Service' -Filter "Name = 'adfssrv'" -ErrorAction Stop
    if ($null -eq $service -or [int]$service.ProcessId -eq 0) { return }
    (Get-Process -Id ([int]$service.ProcessId) -ErrorAction Stop).StartTime.ToUniversalTime()
}

# The number of the newest event in the log of AD FS; 0 for an empty log.
function Get-MfaAdfsNewestEvent {
    [CmdletBinding()]
    [OutputType([long])]
    param()
    $newest = Read-MfaAdfsLog -Filter @{ LogName = 'AD FS/Admin' } | Select-Object -First 1
    if ($null -eq $newest) { 0 } else { [long]$newest.RecordId }
}

# Events of AD FS, newest first. Nothing found is an error there, and none here; a log that cannot be read stays one.
function Read-MfaAdfsLog {
    [CmdletBinding()]
    [OutputType([object])]
    param([Parameter(Mandatory)] [hashtable]$Filter)
    try {
        Get-WinEvent -FilterHashtable $Filter -ErrorAction Stop
    }
    catch {
        if ($_.FullyQualifiedErrorId -notlike 'NoMatchingEventsFound*') { throw }
    }
}

# What of these providers could not be loaded since AD FS started (event 105: SCOM, C7B): one text for each provider, though the
# event comes about four times. Of other providers nothing is told.
function Get-MfaAdfsLoadError {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string[]]$Provider, [Parameter(Mandatory)] [datetime]$Since)
    $texts = @(Read-MfaAdfsLog -Filter @{ LogName = 'AD FS/Admin'; Id = 105; StartTime = $Since.ToLocalTime() } | ForEach-Object -Process { [string]$_.Message })
    foreach ($name in $Provider | Sort-Object -Unique) {
        $pattern = '(?<![A-Za-z0-9_]){0}(?![A-Za-z0-9_])' -f [regex]::Escape($name)
        $texts | Where-Object -FilterScript { $_ -match $pattern } | Select-Object -First 1
    }
}

# Whether a node answers the probe of AD FS: plain HTTP on port 80 (ADFSREQ). Gives why not.
function Get-MfaAdfsProbe {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$ComputerName)
    try {
        $answer = Invoke-WebRequest -Uri ('http://{0}/adfs/probe' -f $ComputerName) -UseBasicParsing -TimeoutSec 30 -ErrorAction Stop
        if ([int]$answer.StatusCode -ne 200) { 'HTTP {0}' -f [int]$answer.StatusCode }
    }
    catch { $_.Exception.Message }
}

# When the adapter's assembly came to this node: the time at which its file was made (inferred).
function Get-MfaAdapterSince {
    [CmdletBinding()]
    [OutputType([datetime])]
    param()
    (Get-MfaAdapterInstallation).Assemblies | ForEach-Object -Process { (Get-Item -LiteralPath $_.Path -Force).CreationTimeUtc } | Sort-Object -Descending | Select-Object -First 1
}
