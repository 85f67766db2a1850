# After the act: the verifying function looks at the effect again. A check is its own verification. A what-if is not
# verified, because nothing was done.
function Complete-MfaStepRequest {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Request,
        [AllowNull()] [object]$Evidence,
        [Parameter(Mandatory)] [pscustomobject]$Calls
    )
    $kept = Select-MfaStepEvidence -Value $Evidence
    if ($Request.whatIf) {
        $kept['whatIf'] = $true
        return New-MfaStepOutcome -Name done -Evidence $kept -Finding @(Get-MfaStepMember -Object $Evidence -Name 'Findings')
    }
    $answer = $Evidence
    if ($Request.verify -cne $Request.function) {
        Write-Information -MessageData ('Verifying: {0}' -f $Request.verify)
        $answer = Get-MfaStepAnswer -Calls $Calls
        $kept['verification'] = Select-MfaStepEvidence -Value $answer
    }
    $verified = Get-MfaStepMember -Object $answer -Name 'Verified'
    if ($verified -isnot [bool]) { $verified = $null }
    $outcome = @{
        Name          = if ($verified -eq $false -and $null -ne $verified) { 'failed' } else { 'done' }
        Verified      = $verified
        Evidence      = $kept
        RestartNeeded = (Get-MfaStepMember -Object $Evidence -Name 'RestartNeeded') -eq $true
        Finding       = @(Get-MfaStepMember -Object $answer -Name 'Findings')
    }
    New-MfaStepOutcome @outcome
}

# A verification that throws could not look: neither yes nor no.
function Get-MfaStepAnswer {
    [CmdletBinding()]
    [OutputType([object])]
    param([Parameter(Mandatory)] [pscustomobject]$Calls)
    try {
        Invoke-MfaStepCall -Calls $Calls -Which 'Verify' | Select-Object -Last 1
    }
    catch {
        $finding = ConvertTo-MfaStepFinding -ErrorRecord $_ -ComputerName (Get-MfaStepComputer)
        [pscustomobject]@{ Verified = $null; Findings = @($finding) }
    }
}

function Get-MfaStepMember {
    [CmdletBinding()]
    [OutputType([object])]
    param(
        [AllowNull()] [object]$Object,
        [Parameter(Mandatory)] [string]$Name
    )
    if ($null -eq $Object) { return }
    $member = $Object.PSObject.Properties[$Name]
    if ($null -ne $member) { $member.Value }
}

# What a function handed back, without the members that the result has places of its own for.
function Select-MfaStepEvidence {
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([AllowNull()] [object]$Value)
    $kept = [ordered]@{}
    if ($Value -isnot [pscustomobject]) { return $kept }
    foreach ($member in $Value.PSObject.Properties | Where-Object -Property Name -NotIn -Value 'Verified', 'Findings', 'RestartNeeded') {
        $kept[$member.Name] = $member.Value
    }
    $kept
}
