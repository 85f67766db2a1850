BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $common = @{ ComputerName = 'web01.contoso.example'; UpgradeId = 'u1'; BackupName = 'back-up-portal'; Component = 'userPortal' }
}

Describe 'Backup-MfaWebComponent and Test-MfaWebComponentBackup' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name 'web01.contoso.example'
        $portal = Get-TestFile -Upgrade $upgrade -Name 'web01.contoso.example' -Below 'C/inetpub/wwwroot/Portal'
    }
    AfterEach { Exit-TestHost }

    It 'copies web.config and the themes, nothing else, and tells site, directory and pool' {
        $evidence = Backup-MfaWebComponent @common
        $evidence.Changed | Should -BeTrue
        $evidence.Files.Path | Should -Be @('App_Themes/Default/FIXTURE_theme.css', 'web.config')
        $evidence.Application.Site | Should -Be 'Default Web Site'
        $evidence.Application.Name | Should -Be 'Portal'
        $evidence.Application.Pool | Should -Be 'Portal'
        $evidence | ConvertTo-Json -Depth 8 | Should -Not -BeLike '*FIXTURE_no_secret*'
    }

    It 'backs up the SDK too, and tells the authentication that IIS keeps beside web.config' {
        $sdk = @{ ComputerName = 'mfa01.contoso.example'; UpgradeId = 'u1'; BackupName = 'back-up-web-service-sdk'; Component = 'webServiceSdk' }
        Exit-TestHost
        Enter-TestHost -Upgrade $upgrade -Name $sdk.ComputerName
        (Test-MfaWebComponentBackup @sdk).Findings.Code | Should -Be 'BackupNotFound'
        $evidence = Backup-MfaWebComponent @sdk
        $evidence.Files.Path | Should -Be @('web.config')
        $evidence.Application.Pool | Should -Be 'Sdk'
        $evidence.Authentication | Should -Be @('basicAuthentication')
        (Test-MfaWebComponentBackup @sdk).Verified | Should -BeTrue
    }

    It 'copies the files also where IIS does not tell the authentication, and says so' {
        Mock -ModuleName MfaServerUpgrade Get-WebConfigurationProperty { throw 'not told' }
        $said = @(Backup-MfaWebComponent @common 6>&1)
        $said[-1].Changed | Should -BeTrue
        $said[-1].Authentication | Should -BeNullOrEmpty
        "$said" | Should -BeLike '*could not be read: not told Write it down by hand*'
    }

    It 'is answered no before, yes after, and no when the effect is <what>' -ForEach @(
        @{ what = 'taken away'; code = 'BackupNotFound'; act = { param($set) [System.IO.Directory]::Delete($set, $true) } }
        @{ what = 'damaged'; code = 'BackupFileDiffers'; act = { param($set) [System.IO.File]::AppendAllText("$set/Data/web.config", 'x') } }
        @{ what = 'without web.config'; code = 'BackupFileMissing'; act = { param($set) [System.IO.File]::Delete("$set/Data/web.config") } }
    ) {
        (Test-MfaWebComponentBackup @common).Findings.Code | Should -Be 'BackupNotFound'
        $evidence = Backup-MfaWebComponent @common
        (Test-MfaWebComponentBackup @common).Verified | Should -BeTrue
        & $act $evidence.Destination
        $answer = Test-MfaWebComponentBackup @common
        $answer.Verified | Should -BeFalse
        $answer.Findings.Code | Should -Be $code
    }

    It 'refuses a folder below a site: <_>' -ForEach @('C/inetpub/wwwroot/Backup', 'C/inetpub/wwwroot/Portal/Backup') {
        $destination = Get-TestFile -Upgrade $upgrade -Name 'web01.contoso.example' -Below $_
        $failure = { Backup-MfaWebComponent @common -Destination $destination } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -Match '^BackupDestinationIn(Web|Program),'
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        Test-Path -LiteralPath $destination | Should -BeFalse
    }

    It 'refuses a component that is not there, and one that is there twice' {
        { Backup-MfaWebComponent @common -VirtualDirectory 'Other' } | Should -Throw -ErrorId 'WebComponentNotFound,*'
        Edit-TestState -Upgrade $upgrade -Name 'web01.contoso.example' -File 'iis.json' -Change {
            param($iis)
            $iis.sites[0].applications += [pscustomobject]@{ path = '/Second'; pool = 'x'; physicalPath = '{files}/C/inetpub/wwwroot/Portal' }
        }
        { Backup-MfaWebComponent @common } | Should -Throw -ErrorId 'WebComponentNotUnique,*'
        (Backup-MfaWebComponent @common -VirtualDirectory 'portal' -Site 'Default Web Site').Changed | Should -BeTrue
    }

    It 'gives null when it could not look' {
        Mock -ModuleName MfaServerUpgrade Get-Website { throw [System.UnauthorizedAccessException]::new('not allowed') }
        $answer = Test-MfaWebComponentBackup @common
        $answer.Verified | Should -Be $null
        $answer.Findings[0].Code | Should -Be 'BackupNotReadable'
    }

    It 'refuses on another computer' {
        $common.ComputerName = 'web02.contoso.example'
        { Backup-MfaWebComponent @common } | Should -Throw -ErrorId 'WrongComputer,*'
        { Test-MfaWebComponentBackup @common } | Should -Throw -ErrorId 'WrongComputer,*'
        $common.ComputerName = 'web01.contoso.example'
    }
}
