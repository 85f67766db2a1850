BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $web = 'web01.contoso.example'
    $id = @{ ComputerName = $web; UpgradeId = 'u1' }

    function Edit-Member {
        param([string]$Node = $web, [scriptblock]$Edit)
        Edit-TestState -Upgrade $upgrade -Name '' -File '.farm.json' -Change { param($farm) & $Edit ($farm.pools[0].members | Where-Object -Property host -EQ -Value $Node) }
    }

    function Get-Member { (ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText([System.IO.Path]::Combine($upgrade.Hosts, '.farm.json')))).pools[0].members[0] }
}

Describe 'Suspend-, Resume- and Test-MfaHostTraffic' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name $web
    }
    AfterEach { Exit-TestHost }

    It 'take the host out and say so, and change nothing the second time' {
        (Test-MfaHostTraffic -ComputerName $web -State out).Findings.Code | Should -Be 'TrafficStillIn'
        $evidence = Suspend-MfaHostTraffic @id
        $evidence.Changed | Should -BeTrue
        $evidence.Drained | Should -BeTrue
        $evidence.Before.State | Should -Be 'Converged'
        $evidence.After.State | Should -Be 'Suspended'
        (Get-Member).initialHostState | Should -Be 'Suspended'
        (Get-Member).retainSuspended | Should -BeTrue
        (Test-MfaHostTraffic -ComputerName $web -State out).Verified | Should -BeTrue
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        (Suspend-MfaHostTraffic @id).Changed | Should -BeFalse
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'put it back with what it did after a restart before' {
        Edit-Member -Edit { param($member) $member.initialHostState = 'Stopped' }
        [void](Suspend-MfaHostTraffic @id)
        (Test-MfaHostTraffic -ComputerName $web -State in).Findings.Code | Should -Be 'TrafficStillOut'
        (Resume-MfaHostTraffic @id).After.State | Should -Be 'Converged'
        (Get-Member).initialHostState | Should -Be 'Stopped'
        (Get-Member).retainSuspended | Should -BeFalse
        (Test-MfaHostTraffic -ComputerName $web -State in).Verified | Should -BeTrue
        Test-Path -LiteralPath (Join-Path -Path $env:ProgramData -ChildPath 'MFA Server Upgrade/u1/traffic.json') | Should -BeFalse
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        (Resume-MfaHostTraffic @id).Changed | Should -BeFalse
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'keep what was found first when a run was broken off' {
        Mock -ModuleName MfaServerUpgrade Stop-NlbClusterNode { throw 'broken off' }
        { Suspend-MfaHostTraffic @id } | Should -Throw 'broken off'
        Mock -ModuleName MfaServerUpgrade Stop-NlbClusterNode { }
        [void](Suspend-MfaHostTraffic @id -DrainSeconds 5)
        [void](Resume-MfaHostTraffic @id)
        (Get-Member).initialHostState | Should -Be 'Started'
    }

    It 'suspend a node whose drain has no end after the limit, and say so' {
        Edit-TestState -Upgrade $upgrade -Name '' -File '.farm.json' -Change { param($farm) $farm.faults = @([pscustomobject]@{ host = $web; program = 'Stop-NlbClusterNode'; exitCode = 1 }) }
        $evidence = Suspend-MfaHostTraffic @id -DrainSeconds 30
        $evidence.Drained | Should -BeFalse
        $evidence.After.State | Should -Be 'Suspended'
    }

    It 'are answered no when the effect is taken away: <code>' -ForEach @(
        @{ code = 'TrafficStillIn'; state = 'out'; change = { param($member) $member.state = 'serving' } }
        @{ code = 'TrafficComesBack'; state = 'out'; change = { param($member) $member.initialHostState = 'Started' } }
        @{ code = 'TrafficComesBack'; state = 'out'; change = { param($member) $member.retainSuspended = $false } }
        @{ code = 'TrafficStillOut'; state = 'in'; change = { param($member) $member.state = 'stopped' } }
    ) {
        [void](Suspend-MfaHostTraffic @id)
        if ($state -eq 'in') { [void](Resume-MfaHostTraffic @id) }
        Edit-Member -Edit $change
        $answer = Test-MfaHostTraffic -ComputerName $web -State $state
        $answer.Verified | Should -BeFalse
        $answer.Findings.Code | Should -Be $code
    }

    It 'read the cluster and not the file of the upgrade' {
        [void](Suspend-MfaHostTraffic @id)
        [System.IO.Directory]::Delete((Join-Path -Path $env:ProgramData -ChildPath 'MFA Server Upgrade'), $true)
        (Test-MfaHostTraffic -ComputerName $web -State out).Verified | Should -BeTrue
        [void](Resume-MfaHostTraffic @id)
        (Get-Member).initialHostState | Should -Be 'Started'
    }

    It 'warn of a node that answers and leaves at its next restart' {
        Edit-Member -Edit { param($member) $member.initialHostState = 'Suspended' }
        $answer = Test-MfaHostTraffic -ComputerName $web -State in
        $answer.Verified | Should -BeTrue
        $answer.Findings.Code | Should -Be 'TrafficLeavesAtRestart'
    }

    It 'let the last node leave only where the upgrade foresees it' {
        Edit-Member -Node 'web02.contoso.example' -Edit { param($member) $member.state = 'stopped' }
        { Suspend-MfaHostTraffic @id -Last alone } | Should -Throw -ErrorId 'TrafficNobodyElse,*'
        (Suspend-MfaHostTraffic @id -Last asWhole).After.State | Should -Be 'Suspended'
    }

    It 'let the only node of a cluster leave, where the farm has no other one' {
        Edit-TestState -Upgrade $upgrade -Name '' -File '.farm.json' -Change { param($farm) foreach ($pool in $farm.pools) { $pool.members = @($pool.members | Where-Object -Property host -EQ -Value $web) } }
        { Suspend-MfaHostTraffic @id } | Should -Throw -ErrorId 'TrafficNobodyElse,*'
        (Suspend-MfaHostTraffic @id -Last alone).After.State | Should -Be 'Suspended'
    }

    It 'leave one of two clusters where its nodes are named, and say so of this one only' {
        Edit-TestState -Upgrade $upgrade -Name '' -File '.farm.json' -Change {
            param($farm)
            $second = ConvertFrom-Json -InputObject (ConvertTo-Json -InputObject $farm.pools[0] -Depth 9)
            $second.name = 'AD FS'
            $second.members += [pscustomobject]@{ host = 'fs01.contoso.example'; state = 'serving'; initialHostState = 'Started'; retainSuspended = $false }
            $farm.pools = @($farm.pools) + $second
        }
        $cluster = @{ Cluster = 'fs01,web02.contoso.example,WEB01.contoso.example' }
        (Suspend-MfaHostTraffic @id @cluster).After.Interface | Should -Be 'AD FS'
        (Get-Member).state | Should -Be 'serving'
        (Test-MfaHostTraffic -ComputerName $web -State out @cluster).Verified | Should -BeTrue
        (Test-MfaHostTraffic -ComputerName $web -State out).Findings.Code | Should -Be 'TrafficStillIn'
        (Resume-MfaHostTraffic @id @cluster).After.State | Should -Be 'Converged'
        (Test-MfaHostTraffic -ComputerName $web -State in).Verified | Should -BeTrue
    }

    It 'refuse a cluster that no interface of this host has' -ForEach @('web01.contoso.example', 'web01.contoso.example,web02.other.example', 'web01,web02,web03') {
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        { Suspend-MfaHostTraffic @id -Cluster $_ } | Should -Throw -ErrorId 'NlbClusterNotFound,*'
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        (Test-MfaHostTraffic -ComputerName $web -State out -Cluster $_).Verified | Should -Be $null
    }

    It 'refuse the last node that answers, and a host that is none' {
        Edit-Member -Node 'web02.contoso.example' -Edit { param($member) $member.state = 'stopped' }
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        { Suspend-MfaHostTraffic @id } | Should -Throw -ErrorId 'TrafficNobodyElse,*'
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        Enter-TestHost -Upgrade $upgrade -Name 'app01.contoso.example'
        { Suspend-MfaHostTraffic -ComputerName 'app01.contoso.example' -UpgradeId 'u1' } | Should -Throw -ErrorId 'NlbNodeNotFound,*'
        (Test-MfaHostTraffic -ComputerName 'app01.contoso.example' -State out).Verified | Should -Be $null
    }
}

Describe 'The step that takes a host out of traffic' {
    It 'hands the state that should be to its verification, and shows a command that can be typed' {
        $upgrade = New-TestUpgrade -Below $TestDrive
        $with = @{
            function = 'Suspend-MfaHostTraffic'; verify = 'Test-MfaHostTraffic'; step = 'take-out@web01.contoso.example'; target = 'web01.contoso.example'
            host = [ordered]@{ name = 'web01.contoso.example'; transport = 'winrm' }; parameters = [ordered]@{ UpgradeId = 'u1'; State = 'out' }
        }
        $run = Invoke-TestStep -Request (New-TestRequest -Upgrade $upgrade -With $with)
        $run.Text | Should -BeLike '*Done and verified*'
        $run.Code | Should -Be 0
        $run.Text | Should -BeLike '*Suspend-MfaHostTraffic -ComputerName web01.contoso.example -UpgradeId u1 -State out*'
        $run.Result.verified | Should -BeTrue
        Exit-TestHost
    }
}
