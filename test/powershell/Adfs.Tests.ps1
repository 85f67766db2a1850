# The functions of the AD FS phase on the simulated AD FS: the right order, and each wrong one with what an administrator reads.
BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    . (Join-Path -Path $PSScriptRoot -ChildPath 'ArrangeAdfs.ps1')
    $cloud = 'AzurePrimaryAuthentication', 'AzureMfaAuthentication'
    $given = @{ UpgradeId = 'u1' }
    $fs01 = @{ ComputerName = 'fs01.contoso.example' }
    $fs02 = @{ ComputerName = 'fs02.contoso.example' }

    function Get-Policy { (Get-Adfs).database.policy.additional }
    function Set-Policy { param([string[]]$List) Edit-TestState -Upgrade $upgrade -Name '.adfs' -File '1.json' -Change { param($adfs) $adfs.database.policy.additional = @($List) } }
    # The steps of a node up to a point, by the functions.
    function Step-Install { param([string]$Name) Enter-TestAdfs -Name $Name; Move-Traffic -Name $Name -Out; New-TestAdapterFolder -Upgrade $upgrade -Name "$Name.contoso.example"; Install-Adapter }
    # A set of the program folder as it was before the upgrade; gives the folder with the sets.
    function New-SavedFolder {
        param([string]$Name)
        $saved = Get-TestFile -Upgrade $upgrade -Name "$Name.contoso.example" -Below 'C/Saved'
        $set = [System.IO.Path]::Combine($saved, '20260101T000000000Z', 'Data')
        [void][System.IO.Directory]::CreateDirectory($set)
        Write-TestAdapterFile -Folder $set -Version '6.3.1'
        $saved
    }
    function Step-Off { [void](Disable-MfaAdfsProvider @fs01 @given -Provider $old 6>$null) }
    function Step-Unregister { [void](Unregister-MfaAdfsAdapter @fs01 -Provider $old) }
    function Step-Register { [void](Register-MfaAdfsAdapter @fs01 @given -Provider $new -TargetVersion '8.0.1.1') }
    function Step-Restart { param([string]$Name, [string]$Step = 'restart') [void](Restart-MfaAdfsService -ComputerName "$Name.contoso.example" @given -StepName $Step 6>$null) }
    function Step-On { [void](Enable-MfaAdfsProvider @fs01 @given -Provider $new -Replaced $old 6>$null) }
}

Describe 'The list of providers' {
    BeforeEach { $upgrade = New-TestAdfs -Below $TestDrive; Enter-TestAdfs -Name 'fs01' }
    AfterEach { Exit-TestHost }

    It 'loses exactly one name at off and gets it back in its place: <Before>' -ForEach @(
        @{ Before = @('WindowsAzureMultiFactorAuthentication'); Left = @() }
        @{ Before = @('AzureMfaAuthentication', 'WindowsAzureMultiFactorAuthentication', 'AzurePrimaryAuthentication'); Left = @('AzureMfaAuthentication', 'AzurePrimaryAuthentication') }
    ) {
        Set-Policy -List $Before
        $off = Disable-MfaAdfsProvider @fs01 @given -Provider $old.ToUpperInvariant()
        @($off.Before) | Should -Be $Before
        @($off.After) | Should -Be $Left
        @(Get-Policy) | Should -Be $Left
        $on = Enable-MfaAdfsProvider @fs01 @given -Provider $old -Replaced $old
        @($on.After) | Should -Be $Before
        @(Get-Policy) | Should -Be $Before
        (Test-MfaAdfsProviderEnabled @fs01 -Provider $old).Verified | Should -BeTrue
    }

    It 'has nothing to lose where it is <Text>' -ForEach @(@{ Text = 'empty'; List = @() }, @{ Text = 'without it'; List = @('AzureMfaAuthentication') }) {
        Set-Policy -List $List
        (Disable-MfaAdfsProvider @fs01 @given -Provider $old 6>$null).Changed | Should -BeFalse
        @(Get-Policy | Where-Object -FilterScript { $_ }) | Should -Be $List
    }

    It 'is not set where somebody else has changed it since off' {
        Step-Off
        Set-Policy -List 'AzureMfaAuthentication'
        { Enable-MfaAdfsProvider @fs01 @given -Provider $old -Replaced $old } | Should -Throw -ErrorId 'AdfsListChanged*' -ExpectedMessage '*is AzureMfaAuthentication, and it should be -*'
        @(Get-Policy) | Should -Be @('AzureMfaAuthentication')
    }

    It 'gets the name at its end where nobody kept what was there' {
        Set-Policy -List 'AzureMfaAuthentication'
        [void](Enable-MfaAdfsProvider @fs01 @given -Provider $old -Replaced $old)
        @(Get-Policy) | Should -Be @('AzureMfaAuthentication', $old)
    }

    It 'names only what is registered, and never loses a provider of Windows' {
        { Disable-MfaAdfsProvider @fs01 @given -Provider 'Other' } | Should -Throw -ErrorId 'AdfsProviderUnknown*'
        { Enable-MfaAdfsProvider @fs01 @given -Provider $new -Replaced $old } | Should -Throw -ErrorId 'AdfsProviderUnknown*'
        foreach ($name in $cloud) {
            { Disable-MfaAdfsProvider @fs01 @given -Provider $name } | Should -Throw -ErrorId 'AdfsProviderOfWindows*'
            { Unregister-MfaAdfsAdapter @fs01 -Provider $name } | Should -Throw -ErrorId 'AdfsProviderOfWindows*'
        }
    }
}

Describe 'The exchange of the adapter' {
    BeforeEach { $upgrade = New-TestAdfs -Below $TestDrive }
    AfterEach { Exit-TestHost }

    It 'goes through in its order, and nothing that must never be is seen' {
        Step-Install -Name 'fs01'
        Step-Off
        Step-Unregister
        $registered = Register-MfaAdfsAdapter @fs01 @given -Provider $new -TargetVersion '8.0.1.1'
        "$($registered.Said)" | Should -BeLike 'PS0114*'
        Step-Restart -Name 'fs01'
        (Test-MfaAdfsService @fs01 -Provider $old, $new).Verified | Should -BeTrue
        Move-Traffic -Name 'fs01'
        'fs02', 'fs03' | ForEach-Object -Process { Move-Traffic -Name $_ -Out }
        Step-On
        (Test-MfaAdfsAdapter @fs01 -Provider $new -Node 'fs01.contoso.example').Verified | Should -BeTrue
        foreach ($name in 'fs02', 'fs03') {
            Step-Install -Name $name
            Step-Restart -Name $name
            (Test-MfaAdfsService -ComputerName "$name.contoso.example" -Provider $old, $new).Verified | Should -BeTrue
            Move-Traffic -Name $name
        }
        Start-Sleep -Seconds 60
        Get-Violation | Should -BeNullOrEmpty
        @(Get-Policy) | Should -Be @($new)
    }

    It 'is refused on a secondary, which names the AD FS primary: <Text>' -ForEach @(
        @{ Text = 'off'; Act = { Disable-MfaAdfsProvider @fs02 @given -Provider $old } }
        @{ Text = 'unregister'; Act = { Unregister-MfaAdfsAdapter @fs02 -Provider $old } }
        @{ Text = 'register'; Act = { Register-MfaAdfsAdapter @fs02 @given -Provider $new -TargetVersion '8.0.1.1' } }
        @{ Text = 'on'; Act = { Enable-MfaAdfsProvider @fs02 @given -Provider $old -Replaced $old } }
    ) {
        Enter-TestAdfs -Name 'fs02'
        $Act | Should -Throw -ErrorId 'AdfsNotPrimary*' -ExpectedMessage '*fs01.contoso.example*'
    }

    It 'asks again right before it writes: the role has moved' {
        Enter-TestAdfs -Name 'fs01'
        Mock -ModuleName MfaServerUpgrade -CommandName Save-MfaKeptList -MockWith { Set-AdfsSyncProperties -Role SecondaryComputer -PrimaryComputerName 'fs03.contoso.example' }
        { Disable-MfaAdfsProvider @fs01 @given -Provider $old } | Should -Throw -ErrorId 'AdfsNotPrimary*' -ExpectedMessage '*fs03.contoso.example*'
        @(Get-Policy) | Should -Be @($old)
    }

    It 'does not unregister what is on' {
        Enter-TestAdfs -Name 'fs01'
        { Unregister-MfaAdfsAdapter @fs01 -Provider $old } | Should -Throw -ErrorId 'AdfsProviderInPolicy*'
    }

    It 'does not unregister what a rule names: <Member>' -ForEach @(@{ Member = 'relyingParties' }, @{ Member = 'webApis' }) {
        Edit-TestState -Upgrade $upgrade -Name '.adfs' -File '1.json' -Change {
            param($adfs)
            $adfs.database.rules.$Member = @([pscustomobject]@{ name = 'FIXTURE payroll'; identifier = 'urn:x'; rules = "issue(Value = `"$old`")" })
        }
        Enter-TestAdfs -Name 'fs01'
        $off = Disable-MfaAdfsProvider @fs01 @given -Provider $old
        $off.Rules | Should -BeLike 'The * FIXTURE payroll'
        { Unregister-MfaAdfsAdapter @fs01 -Provider $old } | Should -Throw -ErrorId 'AdfsProviderInRule*' -ExpectedMessage '*FIXTURE payroll*'
    }

    It 'does not register before the adapter is on this node' {
        Enter-TestAdfs -Name 'fs01'
        New-TestAdapterFolder -Upgrade $upgrade -Name 'fs01.contoso.example'
        Step-Off
        Step-Unregister
        { Step-Register } | Should -Throw -ErrorId 'AdfsAdapterNotHere*' -ExpectedMessage '*8.0.1.1*fs01.contoso.example*'
        @((Get-Adfs).database.providers.name) | Should -Be $cloud
    }

    It 'does not register under another name than the script has' {
        Step-Install -Name 'fs01'
        Step-Off
        Step-Unregister
        { Register-MfaAdfsAdapter @fs01 @given -Provider $old -TargetVersion '8.0.1.1' } | Should -Throw -ErrorId 'AdfsScriptOtherName*'
    }

    It 'does not register while the old one stands under the same name, and says so by doing nothing' {
        Step-Install -Name 'fs01'
        $done = @(Register-MfaAdfsAdapter @fs01 @given -Provider $old -TargetVersion '8.0.1.1' 6>&1)
        "$($done[0])" | Should -BeLike 'Nothing to do*'
    }

    It 'waits on a secondary for a sync before it restarts, so that the new registration is loaded' {
        Step-Install -Name 'fs01'
        Step-Off
        Step-Unregister
        Step-Register
        Step-Install -Name 'fs02'
        $restarted = Restart-MfaAdfsService @fs02 @given -StepName 'restart-first-batch' 6>$null
        $restarted.Synced | Should -BeTrue
        (Get-Adfs).nodes[1].loaded.name | Should -Be $new
        (Test-MfaAdfsService @fs02 -Provider $old, $new).Verified | Should -BeTrue
    }

    It 'restarts nothing where no sync comes' {
        Step-Install -Name 'fs02'
        Set-TestService -Upgrade $upgrade -Name 'fs01.contoso.example' -Service 'adfssrv' -Status 'Stopped'
        $started = (Get-Adfs).nodes[1].startedAt
        { Restart-MfaAdfsService @fs02 @given -StepName 'restart' 6>$null } | Should -Throw -ErrorId 'AdfsNotSynced*'
        (Get-Adfs).nodes[1].startedAt | Should -Be $started
    }

    It 'tells of a restart before the sync: event 105 of our provider since the start, and of no other' {
        Step-Install -Name 'fs02'
        Step-Install -Name 'fs01'
        Step-Off
        Step-Unregister
        Step-Register
        Enter-TestAdfs -Name 'fs02'
        Restart-Service -Name 'adfssrv' -Force
        $found = (Test-MfaAdfsService @fs02 -Provider $old, $new).Findings
        $found.Code | Should -Be @('AdfsProviderNotLoaded')
        $found[0].Message | Should -BeLike "*$old*"
        (Test-MfaAdfsService @fs02 -Provider 'SomeThing.Else').Verified | Should -BeTrue
    }

    It 'restarts once more when another step asks, and starts what stopped with it' {
        $path = [System.IO.Path]::Combine($upgrade.Hosts, 'fs01.contoso.example', 'services.json')
        [System.IO.File]::WriteAllText($path, '[{"name":"adfssrv","status":"Running","startType":"Automatic"},{"name":"drs","status":"Running","startType":"Automatic","dependsOn":"adfssrv"}]')
        Enter-TestAdfs -Name 'fs01'
        Step-Restart -Name 'fs01' -Step 'restart-registrar'
        (Get-Service -Name 'drs').Status | Should -Be 'Running'
        (Restart-MfaAdfsService @fs01 @given -StepName 'restart-registrar' 6>$null).Changed | Should -BeFalse
        (Restart-MfaAdfsService @fs01 @given -StepName 'restart-adfs-again' 6>$null).Changed | Should -BeTrue
        (Restart-MfaAdfsService @fs01 @given -StepName 'restart-registrar' 6>$null).Changed | Should -BeTrue
        Stop-Service -Name 'drs'
        $found = Test-MfaAdfsService @fs01 -Provider $old
        $found.Verified | Should -BeTrue
        $found.Findings.Code | Should -Be 'AdfsDependentStopped'
    }

    It 'sees that another node in traffic is silent' {
        Enter-TestAdfs -Name 'fs01'
        Set-TestService -Upgrade $upgrade -Name 'fs02.contoso.example' -Service 'adfssrv' -Status 'Stopped'
        $found = Test-MfaAdfsAdapter @fs01 -Provider $old -Node 'fs01.contoso.example', 'fs02.contoso.example'
        $found.Verified | Should -BeFalse
        $found.Findings.Code | Should -Be 'AdfsProbeSilent'
    }

    It 'ends with the old adapter on in the order of the way back, and goes forward again' {
        Step-Install -Name 'fs01'
        $saved = New-SavedFolder -Name 'fs01'
        $set = [System.IO.Path]::Combine($saved, '20260101T000000000Z', 'Data')
        # The farm registered under another name than its script has today.
        $script = Join-Path -Path $set -ChildPath 'Register-MultiFactorAuthenticationAdfsAdapter.ps1'
        [System.IO.File]::WriteAllText($script, [System.IO.File]::ReadAllText($script).Replace($old, 'FIXTURE_name'))
        $configuration = (Get-Adfs).database.providers[0].configuration
        [void](Export-MfaAdfsAdapterConfiguration @fs01 @given -BackupName 'export-adapter-config')
        Step-Off
        Step-Unregister
        Step-Register
        Step-Restart -Name 'fs01'
        # Back: unregistered, the old one put back and registered, restarted, on.
        [void](Unregister-MfaAdfsAdapter @fs01 -Provider $new)
        $again = @{ Provider = $old; TargetVersion = '6.3.1'; Saved = $saved }
        [void](Register-MfaAdfsAdapter @fs01 @given @again)
        @((Get-Adfs).database.providers.name) | Should -Be @($cloud + $old)
        (Get-Adfs).database.providers[-1].configuration | Should -Be $configuration
        (Register-MfaAdfsAdapter @fs01 @given @again 6>$null).Changed | Should -BeFalse
        [void](Enable-MfaAdfsProvider @fs01 @given -Provider $old -Replaced $old)
        (Test-MfaAdfsService @fs01 -Provider $old, $new).Verified | Should -BeTrue
        Move-Traffic -Name 'fs01'
        Start-Sleep -Seconds 60
        Get-Violation | Should -Be @() -Because 'the farm is as before'
        @(Get-Policy) | Should -Be @($old)
        # And forward again: the new adapter comes back to the node with its registration.
        Move-Traffic -Name 'fs01' -Out
        Step-Off
        Step-Unregister
        Step-Register
        Step-Restart -Name 'fs01'
        (Test-MfaAdfsService @fs01 -Provider $old, $new).Verified | Should -BeTrue
        (Get-Adfs).nodes[0].loaded.name | Should -Be $new
    }

    It 'tells of a node of the first batch whose adapter comes after the registration, and restarts it once more' {
        Step-Install -Name 'fs01'
        Step-Off
        Step-Unregister
        Step-Register
        Enter-TestAdfs -Name 'fs02'
        Move-Traffic -Name 'fs02' -Out
        Step-Restart -Name 'fs02' -Step 'restart-first-batch'
        $found = (Test-MfaAdfsService @fs02 -Provider $old, $new).Findings
        $found.Code | Should -Be @('AdfsProviderNotLoaded')
        $found[0].Message | Should -BeLike "*$new*Version=8.0.1.1*"
        Step-Install -Name 'fs02'
        Step-Restart -Name 'fs02' -Step 'restart-first-batch'
        (Get-Adfs).nodes[1].loaded.name | Should -Be $new
    }

    It 'brings the old adapter of the first batch back with a restart, once it is registered again' {
        foreach ($name in 'fs01', 'fs02') { Step-Install -Name $name }
        Enter-TestAdfs -Name 'fs01'
        $saved = New-SavedFolder -Name 'fs01'
        [void](Export-MfaAdfsAdapterConfiguration @fs01 @given -BackupName 'export-adapter-config')
        Step-Off
        Step-Unregister
        Step-Register
        Step-Restart -Name 'fs01'
        Enter-TestAdfs -Name 'fs02'
        Step-Restart -Name 'fs02'
        Enter-TestAdfs -Name 'fs01'
        [void](Unregister-MfaAdfsAdapter @fs01 -Provider $new)
        [void](Register-MfaAdfsAdapter @fs01 @given -Provider $old -TargetVersion '6.3.1' -Saved $saved)
        [void](Enable-MfaAdfsProvider @fs01 @given -Provider $old -Replaced $old)
        Enter-TestAdfs -Name 'fs02'
        (Restore-MfaAdfsAdapter @fs02 @given -TargetVersion '6.3.1' -Source (New-SavedFolder -Name 'fs02')).Restarted | Should -BeTrue
        'fs01', 'fs02' | ForEach-Object -Process { Move-Traffic -Name $_ }
        Start-Sleep -Seconds 60
        (Get-Adfs).nodes.loaded.name | Select-Object -Unique | Should -Be $old
        Get-Violation | Should -BeNullOrEmpty
    }

    It 'registers the old adapter from a node that kept it, when the AD FS primary cannot go on' {
        Step-Install -Name 'fs01'
        [void](Export-MfaAdfsAdapterConfiguration @fs01 @given -BackupName 'export-adapter-config')
        Step-Off
        Step-Unregister
        Stop-Service -Name 'adfssrv'
        Enter-TestAdfs -Name 'fs02'
        $again = @{ Provider = $old; TargetVersion = '6.3.1'; Saved = New-SavedFolder -Name 'fs02' }
        { Register-MfaAdfsAdapter @fs02 @given @again } | Should -Throw -ErrorId 'AdfsNotPrimary*' -ExpectedMessage '*fs01.contoso.example*'
        Set-AdfsSyncProperties -Role 'PrimaryComputer'
        { Register-MfaAdfsAdapter @fs02 @given @again } | Should -Throw -ErrorId 'AdapterExportMissing*'
        $there, $here = 'fs01', 'fs02' | ForEach-Object -Process { Get-TestFile -Upgrade $upgrade -Name "$_.contoso.example" -Below 'C/ProgramData/MFA Server Upgrade/u1/export-adapter-config' }
        Copy-Item -LiteralPath $there -Destination $here -Recurse
        $registered = Register-MfaAdfsAdapter @fs02 @given @again
        $registered.Adapter | Should -BeNullOrEmpty -Because 'the old adapter is on this node'
        [void](Enable-MfaAdfsProvider @fs02 @given -Provider $old -Replaced $old)
        @(Get-Policy) | Should -Be @($old)
        (Get-Adfs).nodes[1].loaded.name | Should -Be $old
        (Test-MfaAdfsService @fs02 -Provider $old, $new).Verified | Should -BeTrue
    }

    It 'polls faster meanwhile, and as before afterwards' {
        Enter-TestAdfs -Name 'fs02'
        Set-AdfsSyncProperties -PollDuration 600
        (Set-MfaAdfsPollDuration @fs02 @given).After | Should -Be 20
        (Restore-MfaAdfsPollDuration @fs02 @given).After | Should -Be 600
        (Test-MfaAdfsPollDuration @fs02 -State restored).Verified | Should -BeTrue
        Enter-TestAdfs -Name 'fs01'
        (Set-MfaAdfsPollDuration @fs01 @given 6>$null).Changed | Should -BeFalse
        (Test-MfaAdfsPollDuration @fs01 -State lowered).Verified | Should -BeTrue
    }

    It 'could not look where AD FS is stopped' {
        Enter-TestAdfs -Name 'fs01'
        Stop-Service -Name 'adfssrv'
        (Test-MfaAdfsProvider @fs01 -Provider $old).Verified | Should -BeNullOrEmpty
        (Test-MfaAdfsService @fs01 -Provider $old).Findings.Code | Should -Be 'AdfsStopped'
    }
}
