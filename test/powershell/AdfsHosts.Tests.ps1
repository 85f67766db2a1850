# The simulated AD FS: one database for each AD FS farm, what each node knows and has loaded, and what people meet.
BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    . (Join-Path -Path $PSScriptRoot -ChildPath 'ArrangeAdfs.ps1')
}

Describe 'The simulated AD FS' {
    BeforeEach { $upgrade = New-TestAdfs -Below $TestDrive }
    AfterEach { Exit-TestHost }

    It 'begins with the adapter registered, on and loaded everywhere, and everybody is challenged' {
        Enter-TestAdfs -Name 'fs01'
        @(Get-AdfsAuthenticationProvider).Name | Should -Be @($old, 'AzurePrimaryAuthentication', 'AzureMfaAuthentication')
        (Get-AdfsGlobalAuthenticationPolicy).AdditionalAuthenticationProvider | Should -Be @($old)
        Start-Sleep -Seconds 120
        $rows = (Get-Adfs).signIns
        $rows.node | Should -Be @('fs01.contoso.example', 'fs01.contoso.example', 'fs02.contoso.example', 'fs02.contoso.example', 'fs03.contoso.example', 'fs03.contoso.example')
        $rows.proxy | Select-Object -Unique | Should -Be @('', 'wap01.contoso.example')
        $rows.challenged | Select-Object -Unique | Should -Be 2
        Get-Violation | Should -BeNullOrEmpty
    }

    It 'refuses every write on a secondary of WID, with the name of the primary' -ForEach @(
        @{ Write = { Unregister-AdfsAuthenticationProvider -Name $old -Confirm:$false } }
        @{ Write = { Register-AdfsAuthenticationProvider -Name $new -TypeName (Get-TypeName) } }
        @{ Write = { Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider @() } }
        @{ Write = { Set-AdfsAdditionalAuthenticationRule -AdditionalAuthenticationRules 'x' } }
    ) {
        Enter-TestAdfs -Name 'fs02'
        $Write | Should -Throw -ErrorId 'PS0033*' -ExpectedMessage '*fs01.contoso.example*'
    }

    It 'lets any node with SQL write, which the others know at once' {
        Enter-TestAdfs -Name 'fs12'
        Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider $null
        (Get-AdfsSyncProperties).Role | Should -Be 'PrimaryComputer'
        (Get-CimInstance -Namespace 'root\ADFS' -ClassName 'SecurityTokenService').ConfigurationDatabaseConnectionString | Should -Not -BeLike '*microsoft##wid*'
        Enter-TestAdfs -Name 'fs11'
        @((Get-AdfsGlobalAuthenticationPolicy).AdditionalAuthenticationProvider) | Should -HaveCount 0
    }

    It 'lets a secondary know what was written when its poll duration has passed' {
        Enter-TestAdfs -Name 'fs01'
        Start-Sleep -Seconds 60
        Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider @()
        (Get-CimInstance -Namespace 'root\ADFS' -ClassName 'SecurityTokenService').ConfigurationDatabaseConnectionString | Should -BeLike '*microsoft##wid*'
        Enter-TestAdfs -Name 'fs02'
        $before = (Get-AdfsSyncProperties).LastSyncTime
        (Get-AdfsGlobalAuthenticationPolicy).AdditionalAuthenticationProvider | Should -Be @($old)
        Start-Sleep -Seconds 240
        @((Get-AdfsGlobalAuthenticationPolicy).AdditionalAuthenticationProvider) | Should -HaveCount 0
        (Get-AdfsSyncProperties).LastSyncTime | Should -BeGreaterThan $before
        Set-AdfsSyncProperties -PollDuration 30
        (Get-AdfsSyncProperties).PollDuration | Should -Be 30
    }

    It 'keeps a provider that the policy or a rule names, and those of Windows' {
        Enter-TestAdfs -Name 'fs01'
        { Unregister-AdfsAuthenticationProvider -Name $old -Confirm:$false } | Should -Throw -ErrorId 'ProviderInUse*'
        Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider @()
        Set-AdfsAdditionalAuthenticationRule -AdditionalAuthenticationRules "=> issue(Type = `"http://schemas.microsoft.com/claims/authnmethodsproviders`", Value = `"$old`");"
        { Unregister-AdfsAuthenticationProvider -Name $old -Confirm:$false } | Should -Throw -ErrorId 'ProviderInUse*'
        Set-AdfsAdditionalAuthenticationRule -AdditionalAuthenticationRules ' '
        { Unregister-AdfsAuthenticationProvider -Name 'AzureMfaAuthentication' -Confirm:$false } | Should -Throw -ErrorId 'InternalProvider*'
        Unregister-AdfsAuthenticationProvider -Name $old -WhatIf 6>$null
        Unregister-AdfsAuthenticationProvider -Name $old -Confirm:$false -WarningVariable said 3>$null
        "$said" | Should -BeLike 'PS0103*'
        @(Get-AdfsAuthenticationProvider).Name | Should -Be @('AzurePrimaryAuthentication', 'AzureMfaAuthentication')
    }

    It 'registers only what lies on this node, under a name that is free' {
        Enter-TestAdfs -Name 'fs01'
        { Register-AdfsAuthenticationProvider -Name $new -TypeName (Get-TypeName) } | Should -Throw -ErrorId 'TypeNotLoaded*'
        Move-Traffic -Name 'fs01' -Out
        Install-Adapter
        { Register-AdfsAuthenticationProvider -Name $old -TypeName (Get-TypeName) } | Should -Throw -ErrorId 'DuplicateIdentifier*'
        { Register-AdfsAuthenticationProvider -Name $new -TypeName (Get-TypeName) -ConfigurationFilePath 'relative.config' } | Should -Throw -ErrorId 'ConfigurationNotFound*'
        Register-AdfsAuthenticationProvider -Name $new -TypeName (Get-TypeName) -WarningVariable said 3>$null
        "$said" | Should -BeLike 'PS0114*'
    }

    It 'logs event 105 four times, with the identifier, where a start cannot load what is registered, and 100 when it runs' {
        Enter-TestAdfs -Name 'fs01'
        Move-Traffic -Name 'fs01' -Out
        Install-Adapter
        Restart-Service -Name 'adfssrv' -Force
        $events = @(Get-WinEvent -FilterHashtable @{ LogName = 'AD FS/Admin'; Id = 105 })
        $events | Should -HaveCount 4
        $events[0].Message | Should -BeLike "*Identifier: $old*Version=6.3.1,*"
        @(Get-WinEvent -FilterHashtable @{ LogName = 'AD FS/Admin'; Id = 100 }) | Should -HaveCount 2
        (Get-WinEvent -LogName 'AD FS/Admin' -MaxEvents 1).Id | Should -Be 100
        { Get-WinEvent -FilterHashtable @{ LogName = 'AD FS/Admin'; Id = 7 } -ErrorAction Stop } | Should -Throw -ErrorId 'NoMatchingEventsFound*'
    }

    It 'answers the probe and its cmdlets while the service runs' {
        Enter-TestAdfs -Name 'fs01'
        (Invoke-WebRequest -Uri 'http://fs02.contoso.example/adfs/probe' -UseBasicParsing).StatusCode | Should -Be 200
        Stop-Service -Name 'adfssrv'
        { Invoke-WebRequest -Uri 'http://fs01.contoso.example/adfs/probe' -UseBasicParsing } | Should -Throw
        { Get-AdfsAuthenticationProvider } | Should -Throw -ErrorId 'AdfsStopped*'
    }

    It 'stops what depends on it only by force, and leaves it stopped (2012 R2)' {
        $path = [System.IO.Path]::Combine($upgrade.Hosts, 'fs01.contoso.example', 'services.json')
        [System.IO.File]::WriteAllText($path, '[{"name":"adfssrv","status":"Running","startType":"Automatic"},{"name":"drs","status":"Running","startType":"Automatic","dependsOn":"adfssrv"}]')
        Enter-TestAdfs -Name 'fs01'
        (Get-Service -Name 'adfssrv' -DependentServices).Name | Should -Be 'drs'
        { Restart-Service -Name 'adfssrv' } | Should -Throw '*dependent services*'
        Restart-Service -Name 'adfssrv' -Force
        (Get-Service -Name 'drs').Status | Should -Be 'Stopped'
    }

    It 'lets a person register the old adapter again, and install the new one again before a function registers that' {
        Enter-TestAdfs -Name 'fs01'
        Invoke-Swap -Registrar 'fs01'
        $operator = @{ Hosts = $upgrade.Hosts; HostName = 'fs01.contoso.example'; Minute = 3 }
        Invoke-MfaRehearsalOperator @operator -Step 'register-new-adapter' -BesideFunction | Should -BeNullOrEmpty -Because 'it is there'
        Unregister-AdfsAuthenticationProvider -Name $new -Confirm:$false 3>$null
        Invoke-MfaRehearsalOperator @operator -Step 'register-old-adapter' | Should -BeLike "registered $old again*"
        $adfs = Get-Adfs
        @($adfs.database.providers | Where-Object -Property name -EQ -Value $old).version | Should -Be '6.3.1'
        $adfs.nodes[0].loaded.name | Should -Be $old
        Unregister-AdfsAuthenticationProvider -Name $old -Confirm:$false 3>$null
        Invoke-MfaRehearsalOperator @operator -Step 'register-new-adapter' -BesideFunction | Should -BeLike 'installed AdfsAdapter 8.0.1.1*'
        Register-AdfsAuthenticationProvider -Name $new -TypeName (Get-TypeName) 3>$null
        Get-Violation | Should -BeNullOrEmpty
    }

    It 'brings a node of Windows NLB back into traffic at a restart when its initial state says so' {
        Edit-TestState -Upgrade $upgrade -Name '' -File '.farm.json' -Change {
            param($farm)
            $members = 'fs01', 'fs02', 'fs03' | ForEach-Object -Process { [pscustomobject]@{ host = "$_.contoso.example"; state = 'serving'; initialHostState = 'Started'; retainSuspended = $false } }
            $farm.pools = @([pscustomobject]@{ name = 'AD FS pool'; kind = 'windowsNlb'; serves = 'adfs'; members = @($members) })
        }
        Enter-TestAdfs -Name 'fs01'
        Get-NlbClusterNode -NodeName 'fs01.contoso.example' | Suspend-NlbClusterNode
        Restart-Computer
        (Get-NlbClusterNode -NodeName 'fs01.contoso.example').State | Should -Be 'Converged'
        Get-NlbClusterNode -NodeName 'fs01.contoso.example' | ForEach-Object -Process { Set-NlbClusterNode -InputObject $_ -InitialHostState 'Suspended' -RetainSuspended $true }
        Get-NlbClusterNode -NodeName 'fs01.contoso.example' | Suspend-NlbClusterNode
        Restart-Computer
        (Get-NlbClusterNode -NodeName 'fs01.contoso.example').State | Should -Be 'Suspended'
    }
}

Describe 'What must never be in AD FS' {
    BeforeEach { $upgrade = New-TestAdfs -Below $TestDrive }
    AfterEach { Exit-TestHost }

    It 'is seen: an adapter installed in traffic while the old one is on' {
        Enter-TestAdfs -Name 'fs01'
        Install-Adapter
        Get-Violation | Should -BeLike "$old is on in EMEA with version 6.3.1, and fs01.contoso.example is in traffic with version 8.0.1.1"
    }

    It 'is seen: on before the second batch is out' {
        Enter-TestAdfs -Name 'fs01'
        Invoke-Swap -Registrar 'fs01'
        Restart-Service -Name 'adfssrv' -Force
        Move-Traffic -Name 'fs01'
        Get-Violation | Should -BeNullOrEmpty
        Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider $new
        Get-Violation | Should -BeLike "$new is on in EMEA with version 8.0.1.1, and fs0?.contoso.example is in traffic with version 6.3.1"
        Start-Sleep -Seconds 600
        Get-Violation | Should -Contain "EMEA: people were refused on fs02.contoso.example: $new is on and was not loaded there"
    }

    It 'is seen: a restart before the sync' {
        Enter-TestAdfs -Name 'fs02'
        Move-Traffic -Name 'fs02' -Out
        Install-Adapter
        Enter-TestAdfs -Name 'fs01'
        Invoke-Swap -Registrar 'fs01'
        Restart-Service -Name 'adfssrv' -Force
        Enter-TestAdfs -Name 'fs02'
        Restart-Service -Name 'adfssrv' -Force
        (Get-WinEvent -FilterHashtable @{ LogName = 'AD FS/Admin'; Id = 105 })[0].Message | Should -BeLike "*$old*"
        Move-Traffic -Name 'fs02'
        Move-Traffic -Name 'fs03' -Out
        Enter-TestAdfs -Name 'fs01'
        Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider $new
        Get-Violation | Should -Be "$new is on in EMEA, and fs02.contoso.example is in traffic and has not been restarted since it was registered"
    }

    It 'is seen: nobody answers while the adapter is on' {
        'fs01', 'fs02', 'fs03' | ForEach-Object -Process { Enter-TestAdfs -Name $_; Move-Traffic -Name $_ -Out }
        Start-Sleep -Seconds 60
        Get-Violation | Should -Be 'EMEA: people were refused on every node: no node is in traffic'
    }

    It 'is seen: a restart in traffic while the adapter is on' {
        Enter-TestAdfs -Name 'fs02'
        Restart-Service -Name 'adfssrv'
        Get-Violation | Should -Be 'EMEA: people were refused on fs02.contoso.example: AD FS does not run there'
        (Get-Adfs).nodes[1].loaded.name | Should -Be $old
    }

    It 'is nothing where another AD FS farm stands in' {
        Edit-TestState -Upgrade $upgrade -Name '.adfs' -File '1.json' -Change { param($adfs) $adfs.interchangeableWith = @('AMER') }
        'fs01', 'fs02', 'fs03' | ForEach-Object -Process { Enter-TestAdfs -Name $_; Move-Traffic -Name $_ -Out }
        Start-Sleep -Seconds 60
        Get-Violation | Should -BeNullOrEmpty
    }

    It 'is seen: people let through where another AD FS farm stands in, unless the farm is changed in batches (divided: <Divided>)' -ForEach @(@{ Divided = $false }, @{ Divided = $true }) {
        Edit-TestState -Upgrade $upgrade -Name '.adfs' -File '1.json' -Change { param($adfs) $adfs.interchangeableWith = @('AMER'); $adfs.divided = $Divided }
        Enter-TestAdfs -Name 'fs01'
        Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider @()
        Start-Sleep -Seconds 60
        @(Get-Violation | Where-Object -FilterScript { $_ -match 'people were passed' }).Count -gt 0 | Should -Be (-not $Divided)
    }

    It 'counts those who pass between off and on' {
        Enter-TestAdfs -Name 'fs01'
        Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider @()
        Start-Sleep -Seconds 600
        ((Get-Adfs).signIns | Where-Object -FilterScript { $_.node -eq 'fs01.contoso.example' -and -not $_.proxy }).passed | Should -Be 10
        Get-Violation | Should -BeNullOrEmpty
    }
}
