# The two statements about nodes in traffic, looked at after every change. While the new registration is in the policy, every
# node in traffic has its assembly and has loaded it at a start; while the old one is, every node still has the old assembly.
function Watch-MfaSimulatedAdfs {
    [CmdletBinding()]
    param()
    $farm = Read-MfaStandInFarm
    foreach ($file in Get-MfaStandInAdfsFile) {
        $adfs = Read-MfaStandInFile -Name $file
        $on = @($adfs.database.providers | Where-Object -FilterScript { $_.isCustom -and @($adfs.database.policy.additional) -contains $_.name })
        foreach ($node in $adfs.nodes | Where-Object -FilterScript { Test-MfaSimulatedTraffic -Farm $farm -Node $_ }) {
            $installed = Get-MfaSimulatedAdapter -HostName $node.host
            foreach ($provider in $on) {
                if ($installed -ne $provider.version) { Add-MfaSimulatedViolation -Text ('{0} is on in {1} with version {2}, and {3} is in traffic with version {4}' -f $provider.name, $adfs.name, $provider.version, $node.host, $installed) }
                elseif (@($node.loaded | Where-Object -FilterScript { $_.name -eq $provider.name -and $_.version -eq $provider.version }).Count -eq 0) { Add-MfaSimulatedViolation -Text ('{0} is on in {1}, and {2} is in traffic and has not been restarted since it was registered' -f $provider.name, $adfs.name, $node.host) }
            }
        }
    }
}

# Whether a sign-in must not end so: refused while an adapter is on as far as the node knows, or by nobody at all; and for
# farms that stand in for each other and leave as a whole, also anybody let through.
function Test-MfaSimulatedLockout {
    [CmdletBinding()]
    [OutputType([bool])]
    param([pscustomobject]$Adfs, [pscustomobject]$SignIn)
    if ($SignIn.outcome -eq 'challenged') { return $false }
    if (-not $Adfs.divided -and @($Adfs.interchangeableWith | Where-Object -FilterScript { $_ }).Count -gt 0) { return $true }
    $custom = @($Adfs.database.providers | Where-Object -FilterScript { $_.isCustom } | ForEach-Object -Process { $_.name })
    $SignIn.outcome -eq 'refused' -and @($Adfs.database.policy.additional | Where-Object -FilterScript { $custom -contains $_ }).Count -gt 0
}

# The ledger of what must never be. The same words stand in it once.
function Add-MfaSimulatedViolation {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$Text)
    $farm = Read-MfaStandInFarm
    if (@($farm.violations) -contains $Text) { return }
    $farm.violations = @(@($farm.violations | Where-Object -FilterScript { $_ }) + $Text)
    Write-MfaStandInFarm -Farm $farm
}
