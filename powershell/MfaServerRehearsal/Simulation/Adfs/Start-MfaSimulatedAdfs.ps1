# AD FS starts on this node: it loads what is registered as far as the node knows of it, and writes its log.
function Start-MfaSimulatedAdfs {
    [CmdletBinding()]
    param()
    if ($null -eq (Read-MfaStandInAdfs)) { return }
    Edit-MfaStandInAdfs -Change {
        param($adfs)
        $node = Get-MfaSimulatedAdfsNode -Adfs $adfs
        $installed = Get-MfaSimulatedAdapter
        $custom = @((Get-MfaSimulatedAdfsKnown -Adfs $adfs -Node $node).providers | Where-Object -FilterScript { $_.isCustom })
        $node.loaded = @($custom | Where-Object -FilterScript { $_.version -eq $installed } | ForEach-Object -Process { [pscustomobject]@{ name = $_.name; version = $_.version } })
        $node.startedAt = [datetime]::UtcNow.ToString('o', [cultureinfo]::InvariantCulture)
        # community: SCOM, event 105 for a provider that cannot be loaded at start, once for each pipeline, about four
        foreach ($lost in $custom | Where-Object -FilterScript { $_.version -ne $installed }) {
            foreach ($pipeline in 'Intranet', 'Extranet', 'Device', 'Other') { Add-MfaSimulatedEvent -Node $node -Id 105 -Text ("An error occurred loading an authentication provider.`r`nIdentifier: {0}`r`nContext: FIXTURE_{1}`r`nThe type '{2}' could not be loaded." -f $lost.name, $pipeline, $lost.typeName) }
        }
        # inferred: AD FS logs event 100 when it is ready
        Add-MfaSimulatedEvent -Node $node -Id 100 -Text 'The Federation Service started.'
    }
}

function Add-MfaSimulatedEvent {
    [CmdletBinding()]
    param([pscustomobject]$Node, [int]$Id, [string]$Text)
    $entry = [pscustomobject]@{ id = $Id; record = @($Node.events).Count + 1; time = [datetime]::UtcNow.ToString('o', [cultureinfo]::InvariantCulture); message = $Text }
    $Node.events = @($Node.events) + $entry
}
