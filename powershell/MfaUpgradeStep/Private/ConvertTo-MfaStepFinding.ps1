# An error as a finding: our own with their code and remedy, everything else under one code with what was said.
function ConvertTo-MfaStepFinding {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.ErrorRecord]$ErrorRecord,
        [Parameter(Mandatory)] [string]$ComputerName
    )
    $details = $ErrorRecord.ErrorDetails
    if ($null -ne $details -and $details.RecommendedAction) {
        return [pscustomobject]@{
            Code     = $ErrorRecord.FullyQualifiedErrorId.Split(',')[0]
            Severity = 'error'
            Message  = $details.Message
            Remedy   = $details.RecommendedAction
            Host     = $ComputerName
        }
    }
    $given = @{ Severity = 'error'; ComputerName = $ComputerName }
    if ($ErrorRecord.Exception -is [System.Management.Automation.ParameterBindingException]) {
        return New-MfaFinding -Code RequestValueUnfit -Value ([string]$ErrorRecord.Exception.ParameterName) @given
    }
    New-MfaFinding -Code StepStopped -Value $ErrorRecord.Exception.GetBaseException().Message @given
}
