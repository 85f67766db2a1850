# What the simulated operator does on a simulated farm in place of a person.
BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $first = 'mfa01.contoso.example'
    $second = 'mfa02.contoso.example'
    $web = 'web01.contoso.example'

    function Get-Farm { ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText([System.IO.Path]::Combine($upgrade.Hosts, '.farm.json'))) }
    function Get-Client { (Get-Farm).clients | Where-Object -Property name -EQ -Value $args[0] }
    function Get-State { ((Get-Farm).pools | Where-Object -Property name -EQ -Value $args[0]).members | ForEach-Object -Process { $_.state } }
    function Get-HostFile { param($Name, $File) ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText([System.IO.Path]::Combine($upgrade.Hosts, $Name, $File))) }

    function Invoke-Operator {
        param([string]$Step, [string]$Name = $second, [double]$Minute = 3, [string]$Directory = '', [switch]$BesideFunction)
        Invoke-MfaRehearsalOperator -Hosts $upgrade.Hosts -Step $Step -HostName $Name -Minute $Minute -Directory $Directory -BesideFunction:$BesideFunction
    }
}

Describe 'Invoke-MfaRehearsalOperator' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        New-TestHost -Upgrade $upgrade
        Edit-TestState -Upgrade $upgrade -Name '' -File '.farm.json' -Change {
            param($farm)
            $members = $second, $first | ForEach-Object -Process { [pscustomobject]@{ host = $_; state = 'serving' } }
            $farm.pools = @($farm.pools) + [pscustomobject]@{ name = 'Sign-in pool'; kind = 'other'; serves = 'adfs'; members = @($members) }
            $farm.clients = @(
                [pscustomobject]@{ name = 'VPN'; kind = 'radius'; servers = @($second, $first); agreed = @($second, $first) }
                [pscustomobject]@{ name = 'Citrix'; kind = 'radius'; servers = @($first); agreed = @($first) }
            )
        }
    }
    AfterEach { Exit-TestHost }

    It 'takes a server out of its pools and of the lists that name it, and puts it back in the order of each list' {
        Invoke-Operator -Step 'take-out-of-traffic' | Should -Be "took $second out of 1 pools and 1 client lists"
        Get-State 'Sign-in pool' | Should -Be @('stopped', 'serving')
        (Get-Client 'VPN').servers | Should -Be @($first)
        (Get-Client 'Citrix').servers | Should -Be @($first)
        [void](Invoke-Operator -Step 'put-back-into-traffic')
        Get-State 'Sign-in pool' | Should -Be @('serving', 'serving')
        (Get-Client 'VPN').servers | Should -Be @($second, $first)
        (Get-Client 'Citrix').servers | Should -Be @($first)
        (Get-Farm).minutes | Should -Be 6
    }

    It 'leaves the lists of the clients alone where a web host or a batch of AD FS is taken out' {
        [void](Invoke-Operator -Step 'take-first-batch-out')
        Get-State 'Sign-in pool' | Should -Be @('stopped', 'serving')
        (Get-Client 'VPN').servers | Should -Be @($second, $first)
    }

    It 'leaves a batch of AD FS in the pools that serve something else' {
        [void](Invoke-Operator -Step 'take-first-batch-out' -Name $web)
        Get-State 'Portal pool' | Should -Be @('serving', 'serving')
    }

    It 'leaves Windows NLB to the function beside it' {
        [void](Invoke-Operator -Step 'take-web-host-out-of-traffic' -Name $web -BesideFunction)
        (Get-State 'Portal pool')[0] | Should -Be 'serving'
        [void](Invoke-Operator -Step 'take-web-host-out-of-traffic' -Name $web)
        (Get-State 'Portal pool')[0] | Should -Be 'stopped'
    }

    It 'makes a server the master' {
        (Get-Farm).master | Should -Be $first
        Invoke-Operator -Step 'promote' | Should -Be "made $second the master"
        (Get-Farm).master | Should -Be $second
    }

    It 'accepts the new <what> of a console under its directory, and says to the ledger who still came' -ForEach @(
        @{ What = 'SDK'; Step = 'update-web-service-sdk'; Name = 'mfa01.contoso.example'; Directory = 'Sdk'; Program = 'WebServiceSdk'; Number = 3 }
        @{ What = 'SDK apart'; Step = 'update-web-service-sdk-apart'; Name = 'mfa01.contoso.example'; Directory = 'Sdk'; Program = 'WebServiceSdk'; Number = 3 }
        @{ What = 'portal'; Step = 'accept-portal-update'; Name = 'web01.contoso.example'; Directory = 'Portal'; Program = 'UserPortal'; Number = 4 }
    ) {
        Invoke-Operator -Step $Step -Name $Name -Directory $Directory | Should -Be "installed $Program 8.0.1.1 on $Name"
        (Get-HostFile $Name 'iis.json').sites[0].applications.path | Should -Be @("/$Directory")
        $key = "HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\{00000000-F1C7-0000-0000-00000000000$Number}"
        (Get-HostFile $Name 'registry.json').$key.DisplayVersion | Should -Be '8.0.1.1'
        $change = (Get-Farm).changes[0]
        $change.host | Should -Be $Name
        $change.reachedThrough | Should -Not -BeNullOrEmpty
    }

    It 'uninstalls a portal, and says where there is none' {
        Invoke-Operator -Step 'uninstall-portal' -Name $web | Should -Be "uninstalled UserPortal from $web"
        @((Get-HostFile $web 'iis.json').sites[0].applications | Where-Object -FilterScript { $_ }) | Should -HaveCount 0
        Invoke-Operator -Step 'uninstall-portal' -Name $web | Should -Be "found no UserPortal on $web"
    }

    It 'does nothing beside a function that installs or uninstalls' {
        $before = Get-TestFingerprint -LiteralPath (Join-Path -Path $upgrade.Hosts -ChildPath $web)
        [void](Invoke-Operator -Step 'accept-portal-update' -Name $web -BesideFunction)
        [void](Invoke-Operator -Step 'uninstall-portal' -Name $web -BesideFunction)
        Get-TestFingerprint -LiteralPath (Join-Path -Path $upgrade.Hosts -ChildPath $web) | Should -Be $before
    }

    It 'installs the adapter, which only AD FS answers with' {
        [void](Invoke-Operator -Step 'install-adapter-on-second-batch')
        (Get-Farm).changes[0].reachedThrough | Should -Be @('Sign-in pool')
    }

    It 'restarts a host, which settles what waited for that' {
        Edit-TestState -Upgrade $upgrade -Name $second -File 'computer.json' -Change { param($all) $all | Add-Member -NotePropertyName 'restartPending' -NotePropertyValue $true -Force }
        [void](Invoke-Operator -Step 'restart' -Minute 0)
        (Get-HostFile $second 'computer.json').restartPending | Should -BeFalse
        (Get-Farm).minutes | Should -Be 5
    }

    It 'takes the minutes of a step that it does not know, also of a target that is no host' {
        Invoke-Operator -Step 'baseline-adfs' -Name 'EMEA' -Minute 2 | Should -Match 'stayed as it was'
        (Get-Farm).minutes | Should -Be 2
    }
}
