# From a taken request to an outcome; nothing where a bundle now lies ready, which is waited for. What goes wrong before the
# act is a refusal: nothing was changed.
function Invoke-MfaStepRequest {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [AllowEmptyString()] [string]$RequestHash
    )
    try {
        Assert-MfaStepRequest -Run $Run -RequestHash $RequestHash
        if (Test-MfaStepByBundle -Request $Run.Request) {
            New-MfaStepBundle -Run $Run
            return
        }
        $calls = Initialize-MfaStepCall -Run $Run
    }
    catch {
        return New-MfaStepOutcome -Name refused -Finding (ConvertTo-MfaStepFinding -ErrorRecord $_ -ComputerName (Get-MfaStepComputer))
    }
    Invoke-MfaStepAct -Run $Run -Calls $calls
}

# Calls the act and what verifies it, on the host that was entered.
function Invoke-MfaStepAct {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [pscustomobject]$Calls
    )
    try {
        $evidence = Invoke-MfaStepCall -Calls $Calls -Which 'Act' 6>&1 | Receive-MfaStepOutput -RunFolder $Run.Folder | Select-Object -Last 1
        Complete-MfaStepRequest -Request $Run.Request -Evidence $evidence -Calls $Calls
    }
    catch {
        if (Test-MfaStepHostLost -Session $Calls.Session -Exception $_.Exception) {
            $lost = New-MfaFinding -Code HostLost -Severity error -ComputerName $Run.Request.host.name -Value $Run.Request.host.name
            return New-MfaStepOutcome -Name unknown -Finding $lost
        }
        # A wait that has reached its limit ends, and the program goes on: nobody knows yet how it ends.
        $isWait = $_.CategoryInfo.Category -eq 'OperationTimeout'
        $name = if (Test-MfaStepRefusal -ErrorRecord $_ -Function $Run.Request.function) { 'refused' } elseif ($isWait) { 'unknown' } else { 'failed' }
        New-MfaStepOutcome -Name $name -Finding (ConvertTo-MfaStepFinding -ErrorRecord $_ -ComputerName (Get-MfaStepComputer))
    }
    finally {
        if ($null -ne $Calls.Session) { Remove-PSSession -Session $Calls.Session }
    }
}

# Of the failures of a function only two changed nothing for certain: its own refusal, and an argument that did not fit.
function Test-MfaStepRefusal {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.ErrorRecord]$ErrorRecord,
        [Parameter(Mandatory)] [string]$Function
    )
    if ($ErrorRecord.Exception -is [System.Management.Automation.ParameterBindingException]) {
        return $ErrorRecord.Exception.CommandInvocation.MyCommand.Name -ceq $Function
    }
    $isOurs = $null -ne $ErrorRecord.ErrorDetails -and [bool]$ErrorRecord.ErrorDetails.RecommendedAction
    $isOurs -and $ErrorRecord.CategoryInfo.Category -eq 'InvalidArgument'
}
