# For tests that a step does not become done by its own word: functions named in no-op.json beside the hosts do nothing.
function Disable-MfaRehearsalAct {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$Hosts,
        [Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module
    )
    $path = Join-Path -Path $Hosts -ChildPath 'no-op.json'
    if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { return }
    $names = @(ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($path)))
    foreach ($name in $names | Where-Object -FilterScript { $Module.ExportedFunctions.ContainsKey([string]$_) }) {
        Write-Information -MessageData ('  {0} does nothing in this rehearsal (no-op.json).' -f $name)
        & $Module { param($name, $act) [void]$ExecutionContext.InvokeProvider.Item.Set("function:script:$name", $act) } $name { [pscustomobject]@{} }
    }
}
