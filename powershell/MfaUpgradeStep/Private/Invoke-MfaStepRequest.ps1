# From a taken request to an outcome. What goes wrong before the act is a refusal: nothing was changed.
function Invoke-MfaStepRequest {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [AllowEmptyString()] [string]$RequestHash
    )
    $name = 'refused'
    $calls = $null
    try {
        Assert-MfaStepRequest -Run $Run -RequestHash $RequestHash
        $calls = Initialize-MfaStepCall -Run $Run
        $name = 'failed'
        $evidence = Invoke-MfaStepCall -Calls $calls -Which 'Act' 6>&1 | Receive-MfaStepOutput -RunFolder $Run.Folder | Select-Object -Last 1
        Complete-MfaStepRequest -Request $Run.Request -Evidence $evidence -Calls $calls
    }
    catch {
        if ($null -ne $calls -and (Test-MfaStepHostLost -Session $calls.Session -Exception $_.Exception)) {
            $lost = New-MfaFinding -Code HostLost -Severity error -ComputerName $Run.Request.host.name -Value $Run.Request.host.name
            return New-MfaStepOutcome -Name unknown -Finding $lost
        }
        if (Test-MfaStepRefusal -ErrorRecord $_ -Function $Run.Request.function) { $name = 'refused' }
        New-MfaStepOutcome -Name $name -Finding (ConvertTo-MfaStepFinding -ErrorRecord $_ -ComputerName (Get-MfaStepComputer))
    }
    finally {
        if ($null -ne $calls -and $null -ne $calls.Session) { Remove-PSSession -Session $calls.Session }
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
