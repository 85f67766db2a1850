# People sign in once a minute on each node in traffic, and once through each proxy. How many were challenged, passed without
# a second factor or were refused is counted by AD FS farm, node and proxy for the minutes that pass now.
function Add-MfaSimulatedSignIn {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [double]$Minute)
    $files = @(Get-MfaStandInAdfsFile)
    if ($files.Count -eq 0 -or $Minute -le 0) { return }
    $farm = Read-MfaStandInFarm
    $all = @($files | ForEach-Object -Process { Read-MfaStandInFile -Name $_ })
    foreach ($adfs in $all) {
        $counted = @(Get-MfaSimulatedSignIn -Farm $farm -Adfs $adfs)
        # Another AD FS farm that stands in for a farm out of traffic answers its people.
        $standIn = @($all | Where-Object -FilterScript { @($adfs.interchangeableWith) -contains $_.name } | Where-Object -FilterScript { @(Get-MfaSimulatedSignIn -Farm $farm -Adfs $_).Count -gt 0 })
        if ($counted.Count -eq 0 -and $standIn.Count -eq 0) { $counted = @([pscustomobject]@{ node = ''; proxy = ''; outcome = 'refused'; why = 'no node is in traffic' }) }
        foreach ($one in $counted) { Add-MfaSimulatedCount -Adfs $adfs -SignIn $one -Minute $Minute }
        Write-MfaStandInFile -Name ('../.adfs/{0}.json' -f $adfs.number) -Value $adfs
        foreach ($one in $counted | Where-Object -FilterScript { Test-MfaSimulatedLockout -Adfs $adfs -SignIn $_ }) {
            Add-MfaSimulatedViolation -Text ('{0}: people were {1} on {2}: {3}' -f $adfs.name, $one.outcome, $(if ($one.node) { $one.node } else { 'every node' }), $one.why)
        }
    }
}

# How a sign-in ends now, for each node in traffic, straight and through each proxy.
function Get-MfaSimulatedSignIn {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([pscustomobject]$Farm, [pscustomobject]$Adfs)
    foreach ($node in $Adfs.nodes | Where-Object -FilterScript { Test-MfaSimulatedTraffic -Farm $Farm -Node $_ }) {
        $outcome, $why = Get-MfaSimulatedOutcome -Adfs $Adfs -Node $node
        foreach ($proxy in @('') + @($Adfs.proxies | Where-Object -FilterScript { $_ })) { [pscustomobject]@{ node = $node.host; proxy = $proxy; outcome = $outcome; why = $why } }
    }
}

# How a sign-in ends on a node, and why: by what it has loaded, by the policy and the rules that it knows.
function Get-MfaSimulatedOutcome {
    [CmdletBinding()]
    [OutputType([string[]])]
    param([pscustomobject]$Adfs, [pscustomobject]$Node)
    if (-not (Test-MfaSimulatedService -HostName $Node.host -Name 'adfssrv')) { return 'refused', 'AD FS does not run there' }
    $known = Get-MfaSimulatedAdfsKnown -Adfs $Adfs -Node $Node
    $custom = @($known.providers | Where-Object -FilterScript { $_.isCustom } | ForEach-Object -Process { $_.name })
    $asked = @($known.policy.additional | Where-Object -FilterScript { $custom -contains $_ })
    $rules = @(Get-MfaSimulatedRule -Known $known)
    # inferred: a rule that names a provider which is not in the policy ends in an error
    $lost = @($rules | Where-Object -FilterScript { $_ -match 'authnmethodsproviders' } | Where-Object -FilterScript { $rule = $_; @($known.policy.additional | Where-Object -FilterScript { $_ -and $rule -match [regex]::Escape($_) }).Count -eq 0 })
    if ($lost.Count -gt 0) { return 'refused', 'a rule names a provider that is not on' }
    # documented: UPG-AZ, without a provider the second factor is not required of users
    if ($asked.Count -eq 0) { return 'passed', 'no adapter of MFA Server is on' }
    # inferred: a provider that is on and was not loaded at the last start ends in an error
    if (@($asked | Where-Object -FilterScript { @($Node.loaded.name) -contains $_ }).Count -eq 0) { return 'refused', ('{0} is on and was not loaded there' -f ($asked -join ', ')) }
    'challenged', ''
}

function Get-MfaSimulatedRule {
    [CmdletBinding()]
    [OutputType([string])]
    param([pscustomobject]$Known)
    @($Known.rules.global) + @($Known.rules.relyingParties | ForEach-Object -Process { $_.rules }) + @($Known.rules.webApis | ForEach-Object -Process { $_.rules }) | Where-Object -FilterScript { $_ }
}

function Add-MfaSimulatedCount {
    [CmdletBinding()]
    param([pscustomobject]$Adfs, [pscustomobject]$SignIn, [double]$Minute)
    $row = $Adfs.signIns | Where-Object -FilterScript { $_.node -eq $SignIn.node -and $_.proxy -eq $SignIn.proxy }
    if ($null -eq $row) {
        $row = [pscustomobject]@{ node = $SignIn.node; proxy = $SignIn.proxy; challenged = 0; passed = 0; refused = 0 }
        $Adfs.signIns = @($Adfs.signIns) + $row
    }
    $row.($SignIn.outcome) = [Math]::Round($row.($SignIn.outcome) + $Minute, 3)
}
