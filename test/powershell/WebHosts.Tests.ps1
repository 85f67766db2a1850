BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')

    function Get-Application { & (Get-Module -Name 'MfaServerUpgrade') { Get-MfaWebApplicationOfHost } }

    function Get-Account {
        param([string]$Password = 'FIXTURE_no_secret&1')
        [pscredential]::new('CONTOSO\PFWSDK_MFA01', (ConvertTo-SecureString -String $Password -AsPlainText -Force))
    }
}

Describe 'The web components of a host' {
    BeforeEach { $upgrade = New-TestUpgrade -Below $TestDrive }
    AfterEach { Exit-TestHost }

    It 'are found by what their folders hold: <component> on <name>' -ForEach @(
        @{ name = 'mfa01.contoso.example'; component = 'webServiceSdk'; directory = 'Sdk' }
        @{ name = 'web01.contoso.example'; component = 'userPortal'; directory = 'Portal' }
        @{ name = 'app01.contoso.example'; component = 'mobileAppWebService'; directory = 'app' }
    ) {
        Enter-TestHost -Upgrade $upgrade -Name $name
        $found = Get-Application
        @($found).Count | Should -Be 1
        $found.Component | Should -Be $component
        $found.Name | Should -Be $directory
        $found.Site | Should -Be 'Default Web Site'
        $found.Pool | Should -Be $directory
        $found.PhysicalPath | Should -Be (Get-TestFile -Upgrade $upgrade -Name $name -Below "C/inetpub/wwwroot/$directory")
    }

    It 'are none where there is no IIS' {
        Enter-TestHost -Upgrade $upgrade -Name 'mfa02.contoso.example'
        Get-Application | Should -BeNullOrEmpty
    }

    It 'are found by web.config where the page has gone, also when that is no good XML' {
        Enter-TestHost -Upgrade $upgrade -Name 'app01.contoso.example'
        $folder = (Get-Application).PhysicalPath
        [System.IO.File]::Delete((Join-Path -Path $folder -ChildPath 'PfPaWs.asmx'))
        [System.IO.File]::WriteAllText((Join-Path -Path $folder -ChildPath 'web.config'), '<a key="WEB_SERVICE_SDK_AUTHENTICATION_USERNAME"')
        (Get-Application).Component | Should -Be 'mobileAppWebService'
        [System.IO.File]::Delete((Join-Path -Path $folder -ChildPath 'web.config'))
        Get-Application | Should -BeNullOrEmpty
    }

    It 'are an error where it could not be looked' {
        Enter-TestHost -Upgrade $upgrade
        Mock -ModuleName MfaServerUpgrade Get-Website { throw [System.UnauthorizedAccessException]::new('not allowed') }
        { Get-Application } | Should -Throw 'not allowed'
    }

    It 'have a web.config of .NET 2.0 before 7.0, with this farm''s values, and a pool of v2.0' {
        Enter-TestHost -Upgrade $upgrade -Name 'web01.contoso.example'
        $config = [xml][System.IO.File]::ReadAllText((Join-Path -Path (Get-Application).PhysicalPath -ChildPath 'web.config'))
        $config.configuration.configSections.sectionGroup.type | Should -BeLike '*Version=2.0.0.0*'
        ($config.configuration.appSettings.add | Where-Object -Property key -EQ 'WEB_SERVICE_SDK_AUTHENTICATION_PASSWORD').value | Should -Be 'FIXTURE_no_secret&1'
        $config.SelectSingleNode('//setting/value').InnerText | Should -Be 'https://mfa01.contoso.example/Sdk/PfWsSdk.asmx'
    }
}

Describe 'A simulated request' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name 'web01.contoso.example'
        $uri = 'https://mfa01.contoso.example/Sdk/PfWsSdk.asmx'
    }
    AfterEach { Exit-TestHost }

    It 'gets the page of the SDK with the account of the farm' {
        $answer = Invoke-WebRequest -Uri $uri -Credential (Get-Account) -UseBasicParsing
        $answer.StatusCode | Should -Be 200
        $answer.Content | Should -BeLike '*PfWsSdk*'
    }

    It 'ends with <status> when <why>' -ForEach @(
        @{ status = 401; why = 'the password is another'; password = 'other'; directory = 'Sdk' }
        @{ status = 404; why = 'the directory has another name'; password = 'FIXTURE_no_secret&1'; directory = 'Other' }
    ) {
        $failure = { Invoke-WebRequest -Uri $uri.Replace('Sdk/', "$directory/") -Credential (Get-Account -Password $password) } | Should -Throw -PassThru
        $failure.Exception.Response.StatusCode | Should -Be $status
    }

    It 'ends with <status> when <service> does not run' -ForEach @(@{ service = 'MultiFactorAuth'; status = 500 }, @{ service = 'W3SVC'; status = $null }) {
        Set-TestService -Upgrade $upgrade -Name 'mfa01.contoso.example' -Service $service -Status 'Stopped'
        $failure = { Invoke-WebRequest -Uri $uri -Credential (Get-Account) } | Should -Throw -PassThru
        $response = $failure.Exception.PSObject.Properties['Response']
        if ($status) { $response.Value.StatusCode | Should -Be $status } else { $response | Should -BeNullOrEmpty }
    }

    It 'gets the page of an SDK without a server beside it as long as any server answers' {
        Edit-TestState -Upgrade $upgrade -Name 'mfa01.contoso.example' -File 'services.json' -Change { param($all) ($all | Where-Object -Property name -EQ -Value 'MultiFactorAuth').name = 'other' }
        (Invoke-WebRequest -Uri $uri -Credential (Get-Account) -UseBasicParsing).StatusCode | Should -Be 200
        Set-TestService -Upgrade $upgrade -Name 'mfa02.contoso.example' -Service 'MultiFactorAuth' -Status 'Stopped'
        Edit-TestState -Upgrade $upgrade -Name 'old01' -File 'registry.json' -Change { param($registry) $registry.PSObject.Properties.Remove(($registry.PSObject.Properties.Name -like '*000000000002}')[0]) }
        $failure = { Invoke-WebRequest -Uri $uri -Credential (Get-Account) } | Should -Throw -PassThru
        $failure.Exception.Response.StatusCode | Should -Be 500
    }

    It 'ends with no answer at a name that no simulated host has' {
        { Invoke-WebRequest -Uri 'http://localhost:4898/PfWsSdk.asmx' } | Should -Throw '*no host*'
    }
}
