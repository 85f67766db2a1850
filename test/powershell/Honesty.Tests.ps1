# Five rules for every function that changes something, and one for every function that verifies. A function comes with a
# row in this table, and one more for each other kind of host: its host, its check, what makes the host ready for it, and how its effect is taken away again.
BeforeDiscovery {
    $sources = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'powershell'))
    $mfa = 'mfa01.contoso.example'
    $web = 'web01.contoso.example'
    $app = 'app01.contoso.example'
    $removeSet = { param($evidence) [System.IO.Directory]::Delete($evidence.Destination, $true) }
    $backup = @{ UpgradeId = 'u1'; BackupName = 'b' }
    $portal = @{ Component = 'userPortal' }
    $target = @{ TargetVersion = '8.0.1.1' }
    $node = 'fs01.contoso.example'
    $table = @(
        @{ Function = 'Backup-MfaServerData'; Verify = 'Test-MfaServerDataBackup'; On = $mfa; Act = $backup; Look = $backup; Undo = $removeSet }
        @{ Function = 'Backup-MfaProgramFolder'; Verify = 'Test-MfaProgramFolderBackup'; On = $mfa; Act = $backup; Look = $backup; Undo = $removeSet }
        @{
            Function = 'Backup-MfaProgramFolder'; Verify = 'Test-MfaProgramFolderBackup'; Where = ' of a PhoneFactor Agent'; On = 'old01'; Act = $backup + @{ Component = 'phoneFactorAgent' }; Look = $backup + @{ Component = 'phoneFactorAgent' }
            # Its program folder is saved, so that only the registry is left to be.
            Arrange = { [void](Backup-MfaProgramFolder -ComputerName 'old01' @backup 6>$null) }
            Undo = { param($evidence) [System.IO.Directory]::Delete($evidence.Registry.Destination, $true) }
        }
        @{ Function = 'Backup-MfaWebComponent'; Verify = 'Test-MfaWebComponentBackup'; On = $web; Act = $backup + $portal; Look = $backup + $portal; Undo = $removeSet }
        @{
            Function = 'Install-MfaServer'; Verify = 'Test-MfaServer'; On = $mfa; Act = $target + @{ UpgradeId = 'u1' }; Look = $target
            Arrange = { $act.Installer = Get-TestFile -Upgrade $upgrade -Below 'C/Installers/MultiFactorAuthenticationServerSetup.exe' }
            Undo = { Stop-Service -Name 'MultiFactorAuth' }
        }
        @{
            Function = 'Uninstall-MfaComponent'; Verify = 'Test-MfaComponentRemoved'; On = 'old01'; Act = $backup + @{ Component = 'phoneFactorAgent' }; Look = @{ Component = 'phoneFactorAgent' }
            Arrange = { [void](Backup-MfaServerData -ComputerName 'old01' @backup) }
            Undo = { Edit-TestState -Upgrade $upgrade -Name 'old01' -File 'registry.json' -Change { param($registry) $registry | Add-Member -NotePropertyName 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\x' -NotePropertyValue ([pscustomobject]@{ DisplayName = 'PhoneFactor Agent' }) } }
        }
        @{
            Function = 'Copy-MfaComponentInstaller'; Verify = 'Test-MfaComponentInstaller'; On = $web; Act = $portal + @{ UpgradeId = 'u1' }; Look = $portal + @{ UpgradeId = 'u1' }
            Arrange = { $act.Source = $look.Source = New-Package -Product 'UserPortal' }
            Undo = { param($evidence) [System.IO.File]::Delete($evidence.Destination) }
        }
        @{
            Function = 'Install-MfaVisualCppRuntime'; Verify = 'Test-MfaVisualCppRuntime'; On = $web; Act = @{ UpgradeId = 'u1' }; Look = @{}
            Arrange = { $act.Source = Get-TestFile -Upgrade $upgrade -Name $On -Below 'C/Installers/VisualCpp' }
            Undo = { Remove-Runtime }
        }
        @{
            Function = 'Install-MfaVisualCppRuntime'; Verify = 'Test-MfaVisualCppRuntime'; Where = ' on a 32-bit Windows'; On = $web; Act = @{ UpgradeId = 'u1' }; Look = @{}
            Arrange = {
                Set-TestBitness32 -Upgrade $upgrade -Name $On
                $act.Source = Get-TestFile -Upgrade $upgrade -Name $On -Below 'C/Installers/VisualCpp'
            }
            Undo = { Remove-Runtime -View '' }
        }
        @{
            Function = 'Install-MfaUserPortal'; Verify = 'Test-MfaUserPortalInstallation'; On = $web; Act = $target + @{ UpgradeId = 'u1'; VirtualDirectory = 'Portal' }; Look = $target + @{ VirtualDirectory = 'Portal' }
            Arrange = { Initialize-WebHost -Component 'userPortal' -Product 'UserPortal' }
            Undo = { Remove-Application }
        }
        @{
            Function = 'Install-MfaUserPortal'; Verify = 'Test-MfaUserPortalInstallation'; Where = ' on a 32-bit Windows'; On = $web; Act = $target + @{ UpgradeId = 'u1'; VirtualDirectory = 'Portal'; Bitness = 32 }; Look = $target + @{ VirtualDirectory = 'Portal' }
            Arrange = {
                Set-TestBitness32 -Upgrade $upgrade -Name $On
                Initialize-WebHost -Component 'userPortal' -Product 'UserPortal' -Bitness 32
            }
            Undo = { Remove-Application }
        }
        @{
            Function = 'Install-MfaMobileAppWebService'; Verify = 'Test-MfaMobileAppInstallation'; On = $app; Act = $target + @{ UpgradeId = 'u1'; VirtualDirectory = 'app' }; Look = $target + @{ VirtualDirectory = 'app' }
            Arrange = { Initialize-WebHost -Component 'mobileAppWebService' -Product 'MobileAppWebService' }
            Undo = { Remove-Application }
        }
        @{ Function = 'Suspend-MfaHostTraffic'; Verify = 'Test-MfaHostTraffic'; On = $web; Act = @{ UpgradeId = 'u1' }; Look = @{ State = 'out' }; Undo = { Set-Member -State 'serving' } }
        @{
            Function = 'Resume-MfaHostTraffic'; Verify = 'Test-MfaHostTraffic'; On = $web; Act = @{ UpgradeId = 'u1' }; Look = @{ State = 'in' }
            Arrange = { [void](Suspend-MfaHostTraffic -ComputerName $On -UpgradeId 'u1') }
            Undo = { Set-Member -State 'stopped' }
        }
        @{ Function = 'Export-MfaAdfsAdapterConfiguration'; Verify = 'Test-MfaAdfsAdapterConfiguration'; On = $node; Act = $backup; Look = $backup; Undo = { param($evidence) [System.IO.File]::Delete($evidence.Destination) } }
        @{
            Function = 'Copy-MfaAdfsAdapterFile'; Verify = 'Test-MfaAdfsAdapterFile'; On = $node; Act = @{ UpgradeId = 'u1' }; Look = @{ UpgradeId = 'u1' }
            Arrange = { $act.Source = $look.Source = New-Package -Product 'AdfsAdapter' }
            Undo = { param($evidence) [System.IO.Directory]::Delete($evidence.Destination, $true) }
        }
        @{
            Function = 'Edit-MfaAdfsRegisterScript'; Verify = 'Test-MfaAdfsRegisterScript'; On = $node; Act = @{ UpgradeId = 'u1' }; Look = @{ UpgradeId = 'u1' }
            Arrange = { New-TestAdapterFolder -Upgrade $upgrade -Name $On }
            Undo = { Write-TestAdapterFile -Folder (Get-TestAdapterFolder -Upgrade $upgrade -Name $On) -Version '8.0.1.1' }
        }
        @{
            Function = 'Install-MfaAdfsAdapter'; Verify = 'Test-MfaAdfsAdapterInstallation'; On = $node; Act = $target + @{ UpgradeId = 'u1' }; Look = $target
            Arrange = { Initialize-Adapter }
            Undo = { Remove-Adapter }
        }
        @{
            Function = 'Restore-MfaAdfsAdapter'; Verify = 'Test-MfaAdfsAdapterInstallation'; On = $node; Act = @{ UpgradeId = 'u1'; TargetVersion = '6.3.1' }; Look = @{ TargetVersion = '6.3.1' }
            Arrange = {
                Initialize-Adapter
                $act.TargetVersion = '8.0.1.1'
                [void](Install-MfaAdfsAdapter @act)
                $act.Remove('VisualCppSource')
                $act.TargetVersion = '6.3.1'
                $act.Source = New-SavedAdapter
            }
            Undo = { Remove-Adapter }
        }
        @{
            Function = 'Publish-MfaConfiguration'; Verify = 'Test-MfaConfiguration'; On = $web; Act = $backup + $portal + @{ SavedName = 'saved' }; Look = $portal + @{ UpgradeId = 'u1' }
            Arrange = { Initialize-Configuration }
            Undo = { Set-Configuration -Text $installed }
        }
        @{
            Function = 'Restore-MfaConfiguration'; Verify = 'Test-MfaConfiguration'; On = $web; Act = $backup + $portal; Look = $portal + @{ UpgradeId = 'u1' }
            Arrange = {
                Initialize-Configuration
                [void](Publish-MfaConfiguration @act -SavedName 'saved')
                $given = $act.Clone()
                'Content', 'SavedSha256' | ForEach-Object -Process { $act.Remove($_) }
                $act.Sha256 = $look.Sha256 = $given.ReplacedSha256
                $act.ReplacedSha256 = $given.Sha256
            }
            Undo = { Set-Configuration -Text $merged }
        }
    )
    $provider = @{ Provider = 'AzureMfaServerAuthentication' }
    $before = @{ Provider = 'WindowsAzureMultiFactorAuthentication' }
    $second = 'mfa02.contoso.example'
    $table += @(
        @{ Function = 'Disable-MfaAdfsProvider'; Verify = 'Test-MfaAdfsProvider'; On = $node; Act = $before + @{ UpgradeId = 'u1' }; Look = $before; Undo = { Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider $Look.Provider } }
        @{
            Function = 'Enable-MfaAdfsProvider'; Verify = 'Test-MfaAdfsProviderEnabled'; On = $node; Act = $before + @{ UpgradeId = 'u1'; Replaced = $before.Provider }; Look = $before
            Arrange = { [void](Disable-MfaAdfsProvider -ComputerName $On -UpgradeId 'u1' -Provider $Look.Provider) }
            Undo = { Set-AdfsGlobalAuthenticationPolicy -AdditionalAuthenticationProvider $null }
        }
        @{
            Function = 'Unregister-MfaAdfsAdapter'; Verify = 'Test-MfaAdfsAdapterUnregistered'; On = $node; Act = $before; Look = $before
            Arrange = { [void](Disable-MfaAdfsProvider -ComputerName $On -UpgradeId 'u1' -Provider $Look.Provider) }
            Undo = { Register-AdfsAuthenticationProvider -Name $Look.Provider -TypeName 'pfadfs.AuthenticationAdapter, MultiFactorAuthAdfsAdapter, Version=6.3.1, Culture=neutral, PublicKeyToken=31bf3856ad364e35' 3>$null }
        }
        @{
            Function = 'Register-MfaAdfsAdapter'; Verify = 'Test-MfaAdfsAdapterRegistered'; On = $node; Act = $provider + $target + @{ UpgradeId = 'u1' }; Look = $provider + $target
            Arrange = { Install-Adapter }
            Undo = { Unregister-AdfsAuthenticationProvider -Name $Look.Provider -Confirm:$false 3>$null }
        }
        @{
            Function = 'Restart-MfaAdfsService'; Verify = 'Test-MfaAdfsService'; On = $node; Act = @{ UpgradeId = 'u1'; StepName = 'restart-registrar' }; Look = @{ Provider = @($provider.Provider) }
            Arrange = { Install-Adapter }
            Undo = { Stop-Service -Name 'adfssrv' }
        }
        @{ Function = 'Set-MfaAdfsPollDuration'; Verify = 'Test-MfaAdfsPollDuration'; On = $second; Act = @{ UpgradeId = 'u1' }; Look = @{ State = 'lowered' }; Undo = { Set-AdfsSyncProperties -PollDuration 300 } }
        @{
            Function = 'Restore-MfaAdfsPollDuration'; Verify = 'Test-MfaAdfsPollDuration'; On = $second; Act = @{ UpgradeId = 'u1' }; Look = @{ State = 'restored' }
            Arrange = { [void](Set-MfaAdfsPollDuration -ComputerName $On -UpgradeId 'u1') }
            Undo = { Set-AdfsSyncProperties -PollDuration 20 }
        }
    )
    # All that writes, starts a program or moves traffic stands in this folder.
    $writers = @(Get-ChildItem -LiteralPath (Join-Path -Path $sources -ChildPath 'MfaServerUpgrade/Private/Writing') -Filter '*.ps1' |
            ForEach-Object -Process { [regex]::Matches([System.IO.File]::ReadAllText($_.FullName), '(?m)^function (?!Assert-|Test-)(\S+)') } | ForEach-Object -Process { $_.Groups[1].Value })
    foreach ($row in $table) {
        $row.Writers = $writers
        if (-not $row.ContainsKey('Arrange')) { $row.Arrange = { } }
        if (-not $row.ContainsKey('Where')) { $row.Where = '' }
    }
    $public = @(Get-ChildItem -LiteralPath (Join-Path -Path $sources -ChildPath 'MfaServerUpgrade/Public') -Filter '*.ps1').BaseName
    $verifying = @($public -like 'Test-*' | ForEach-Object -Process { @{ Function = $_ } })
    $reading = @($public -match '^(Test|Get)-' | ForEach-Object -Process { @{ Function = $_; Writers = $writers } })
    $changing = @($public -notmatch '^(Test|Get)-' | ForEach-Object -Process { @{ Function = $_; Rows = @($table.Function -eq $_).Count } })
}

BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Reach.ps1')
    $backup = @{ UpgradeId = 'u1'; BackupName = 'b' }
    $installed = '<configuration><appSettings><add key="USE_WEB_SERVICE_SDK" value="false" /></appSettings></configuration>'
    $merged = $installed.Replace('"false"', '"true"')

    # The MSI as an upgraded MFA server has it in its program folder.
    function New-Package {
        param([string]$Product, [int]$Bitness = 64)
        $folder = Get-TestFile -Upgrade $upgrade -Below 'C/Program Files/Multi-Factor Authentication Server'
        [System.IO.File]::WriteAllText((Join-Path -Path $folder -ChildPath "MultiFactorAuthentication${Product}Setup$Bitness.msi"), "FIXTURE_FILE product=$Product version=8.0.1.1`n")
        $folder
    }

    function Initialize-WebHost {
        param([string]$Component, [string]$Product, [int]$Bitness = 64)
        [void](Copy-MfaComponentInstaller -ComputerName $On -UpgradeId 'u1' -Component $Component -Bitness $Bitness -Source (New-Package -Product $Product -Bitness $Bitness))
        [void](Install-MfaVisualCppRuntime -ComputerName $On -UpgradeId 'u1' -Source (Get-TestFile -Upgrade $upgrade -Name $On -Below 'C/Installers/VisualCpp'))
    }

    function Remove-Runtime {
        param([string]$View = 'Wow6432Node\')
        Edit-TestState -Upgrade $upgrade -Name $On -File 'registry.json' -Change { param($registry) $registry.PSObject.Properties.Remove("HKLM:\SOFTWARE\${View}Microsoft\VisualStudio\14.0\VC\Runtimes\x86") }
    }

    function Remove-Application { Edit-TestState -Upgrade $upgrade -Name $On -File 'iis.json' -Change { param($iis) $iis.sites[0].applications = @() } }

    # A saved web.config, the one that a setup laid over it, and the merged one that is to be published.
    function Initialize-Configuration {
        [void](Backup-MfaWebComponent -ComputerName $On -UpgradeId 'u1' -BackupName 'saved' -Component 'userPortal')
        $act.SavedSha256 = Get-TextHash -Text ([System.IO.File]::ReadAllText((Get-TestFile -Upgrade $upgrade -Name $On -Below 'C/inetpub/wwwroot/Portal/web.config')))
        Set-Configuration -Text $installed
        $act.ReplacedSha256 = Get-TextHash -Text $installed
        $act.Sha256 = $look.Sha256 = Get-TextHash -Text $merged
        $act.Content = [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($merged))
    }

    function Set-Configuration {
        param([string]$Text)
        [System.IO.File]::WriteAllText((Get-TestFile -Upgrade $upgrade -Name $On -Below 'C/inetpub/wwwroot/Portal/web.config'), $Text)
    }

    function Set-Member {
        param([string]$State)
        Edit-TestState -Upgrade $upgrade -Name '' -File '.farm.json' -Change { param($farm) ($farm.pools[0].members | Where-Object -Property host -EQ -Value $On).state = $State }
    }

    function Initialize-Adapter {
        New-TestAdapterFolder -Upgrade $upgrade -Name $On
        $act.VisualCppSource = Get-TestFile -Upgrade $upgrade -Name $On -Below 'C/Installers/VisualCpp'
    }

    # The new adapter lies on the node, and the old one is unregistered.
    function Install-Adapter {
        New-TestAdapterFolder -Upgrade $upgrade -Name $On
        [void](Install-MfaAdfsAdapter -ComputerName $On -UpgradeId 'u1' -TargetVersion '8.0.1.1' -VisualCppSource (Get-TestFile -Upgrade $upgrade -Name $On -Below 'C/Installers/VisualCpp'))
        [void](Disable-MfaAdfsProvider -ComputerName $On -UpgradeId 'u1' -Provider 'WindowsAzureMultiFactorAuthentication')
        [void](Unregister-MfaAdfsAdapter -ComputerName $On -Provider 'WindowsAzureMultiFactorAuthentication')
    }

    function Remove-Adapter {
        'Microsoft.NET/assembly', 'assembly' | ForEach-Object -Process { Get-TestFile -Upgrade $upgrade -Name $On -Below "C/Windows/$_" } | Where-Object -FilterScript { Test-Path -LiteralPath $_ } | ForEach-Object -Process { [System.IO.Directory]::Delete($_, $true) }
    }

    # A set of the program folder as it was before the upgrade.
    function New-SavedAdapter {
        $folder = Get-TestFile -Upgrade $upgrade -Below 'C/Saved/20260101T000000000Z/Data'
        [void][System.IO.Directory]::CreateDirectory($folder)
        Write-TestAdapterFile -Folder $folder -Version '6.3.1'
        Get-TestFile -Upgrade $upgrade -Below 'C/Saved'
    }

    # Where what an act wrote about itself is named: the files of a run, a journal, evidence, what was kept for the way back.
    function Get-OwnRecord {
        param([hashtable]$All, [string[]]$Name)
        foreach ($one in $Name) {
            $All[$one].FindAll({ $args[0] -is [System.Management.Automation.Language.StringConstantExpressionAst] -or $args[0] -is [System.Management.Automation.Language.ExpandableStringExpressionAst] }, $true) |
                Where-Object -FilterScript { $_.Value -match '\.json|journal|evidence' -or $_.Value -eq 'ConvertFrom-Json' } |
                ForEach-Object -Process { '{0}: {1}' -f $one, $_.Value }
        }
    }
}

Describe 'The table of what changes something' {
    It 'has a row for <Function>' -ForEach $changing { $Rows | Should -BeGreaterThan 0 }

    It 'knows the functions that write' -ForEach @(@{ Writers = $writers }) { @($Writers).Count | Should -BeGreaterThan 8 }
}

# In this order and on one host: the first four leave it as it was, and say so themselves.
Describe '<Function><Where>' -ForEach $table {
    BeforeAll {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name $On
        # Copies, because an arrangement adds to them.
        $act = @{ ComputerName = $On } + $Act
        $look = @{ ComputerName = $On } + $Look
        . $Arrange
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        $kept = @{}
    }
    AfterAll { Exit-TestHost }

    It 'is answered no before it' {
        (& $Verify @look).Verified | Should -BeFalse
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'leaves every file as it is with -WhatIf' {
        (& $Function @act -WhatIf 6>$null).Changed | Should -BeFalse
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'leaves every file as it is with -WhatIf from the entry script' {
        $given = [ordered]@{}
        $act.Keys | Where-Object -FilterScript { $_ -ne 'ComputerName' } | ForEach-Object -Process { $given[$_] = $act[$_] }
        $with = @{ function = $Function; verify = $Verify; step = "x@$On"; target = $On; host = [ordered]@{ name = $On; transport = 'winrm' }; parameters = $given; whatIf = $true }
        $done = Invoke-TestStep -Request (New-TestRequest -Upgrade $upgrade -With $with)
        $done.Code | Should -Be 0 -Because $done.Text
        $done.Result.whatIf | Should -BeTrue
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'is answered no when it did nothing and took that for done' {
        foreach ($writer in $Writers) { Mock -ModuleName MfaServerUpgrade -CommandName $writer -MockWith { } }
        Mock -ModuleName MfaServerUpgrade -CommandName 'Invoke-MfaProgram' -MockWith { 0 }
        Mock -ModuleName MfaServerUpgrade -CommandName 'Copy-MfaFile' -MockWith { Get-MfaFileHash -LiteralPath $LiteralPath }
        # Where it saw itself that nothing came of it, it threw.
        try { [void](& $Function @act 6>$null) } catch { Write-Debug -Message $_.Exception.Message }
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        (& $Verify @look).Verified | Should -BeFalse
    }

    It 'is answered yes after it, and changes nothing the second time' {
        $kept.Evidence = & $Function @act 6>$null
        $kept.Evidence.Changed | Should -BeTrue
        $kept.Evidence.PSObject.Properties.Name | Should -Contain 'Before'
        $kept.Evidence.PSObject.Properties.Name | Should -Contain 'After'
        (& $Verify @look).Verified | Should -BeTrue
        $after = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        $second = @(& $Function @act 6>&1)
        $second[-1].Changed | Should -BeFalse
        "$($second[0])" | Should -BeLike 'Nothing to do:*'
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $after
    }

    It 'is answered no when its effect is taken away' {
        & $Undo $kept.Evidence
        (& $Verify @look).Verified | Should -BeFalse
    }
}

Describe 'What only reads' {
    BeforeAll { $all = Get-Definition -Text (Get-ModuleText) }

    It 'writes nowhere: <Function>' -ForEach $reading {
        $reach = Get-Reach -All $all -From $Function
        @($reach | Where-Object -FilterScript { $_ -in $Writers }) | Should -BeNullOrEmpty
    }
}

Describe 'What verifies' {
    BeforeAll { $all = Get-Definition -Text (Get-ModuleText) }

    It 'reads nothing that an act wrote about itself: <Function>' -ForEach $verifying {
        $reach = Get-Reach -All $all -From $Function
        $reach.Count | Should -BeGreaterThan 3
        Get-OwnRecord -All $all -Name $reach | Should -BeNullOrEmpty
    }

    It 'would be seen: <text>' -ForEach @(
        @{ text = "function Get-B { Join-Path -Path `$a -ChildPath 'result.json' }" }
        @{ text = 'function Get-B { [System.IO.File]::ReadAllText("$a/request.json") }' }
        @{ text = "function Get-B { 'Get-C' }; function Get-C { ConvertFrom-Json -InputObject `$a }" }
        @{ text = 'function Get-B { Read-It -From "$a/journal" }' }
    ) {
        $planted = Get-Definition -Text 'function Test-A { Get-B }', $text
        Get-OwnRecord -All $planted -Name (Get-Reach -All $planted -From 'Test-A') | Should -Not -BeNullOrEmpty
    }
}
