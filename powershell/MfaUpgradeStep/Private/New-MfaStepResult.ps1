# The text of result.json as the extension reads it: names in camel case, times as text.
function New-MfaStepResult {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [pscustomobject]$Outcome,
        [Parameter(Mandatory)] [string]$StartedAt
    )
    $result = [ordered]@{
        v             = 1
        run           = $Run.Request.run
        step          = $Run.Request.step
        requestHash   = $Run.Hash
        mode          = $Run.Request.mode
        whatIf        = $Run.Request.whatIf
        outcome       = $Outcome.Name
        verified      = $Outcome.Verified
        restartNeeded = $Outcome.RestartNeeded
        computer      = Get-MfaStepComputer
        evidence      = ConvertTo-MfaPlainData -Value $Outcome.Evidence
        findings      = @($Outcome.Findings | ForEach-Object -Process { ConvertTo-MfaPlainData -Value $_ })
        startedAt     = $StartedAt
        endedAt       = Get-MfaStepTime
        powershell    = '{0} ({1})' -f $PSVersionTable.PSVersion, $PSVersionTable.PSEdition
    }
    ConvertTo-Json -InputObject $result -Depth 32 -Compress
}
