BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')

    function Edit-Config {
        param([string]$Old, [string]$New)
        $path = Get-TestFile -Upgrade $upgrade -Name 'web01.contoso.example' -Below 'C/inetpub/wwwroot/Portal/web.config'
        $text = [System.IO.File]::ReadAllText($path)
        $text.Contains($Old) | Should -BeTrue
        [System.IO.File]::WriteAllText($path, $text.Replace($Old, $New))
    }
}

Describe 'Test-MfaUserPortal' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name 'web01.contoso.example'
        $test = @{ ComputerName = 'web01.contoso.example'; VirtualDirectory = 'Portal' }
    }
    AfterEach { Exit-TestHost }

    It 'says yes when the SDK answers to the account of web.config' {
        $answer = Test-MfaUserPortal @test
        $answer.Findings | Should -BeNullOrEmpty
        $answer.Verified | Should -BeTrue
    }

    It 'says no: <code>' -ForEach @(
        @{ code = 'SdkAccountRefused'; act = { Edit-Config -Old 'no_secret&amp;1' -New 'no_secret_at_all' } }
        @{ code = 'SdkAccountMissing'; act = { Edit-Config -Old 'CONTOSO\PFWSDK_MFA01' -New '' } }
        @{ code = 'SdkAddressMissing'; act = { Edit-Config -Old 'pfup_pfwssdk_PfWsSdk' -New 'other' } }
        @{ code = 'SdkPageMissing'; act = { Edit-Config -Old '/Sdk/' -New '/Other/' } }
        @{ code = 'SdkNotReached'; act = { Edit-Config -Old 'https://mfa01.contoso.example/Sdk' -New 'http://localhost:4898' } }
        @{ code = 'SdkAnswersWith'; act = { Set-TestService -Upgrade $upgrade -Name 'mfa01.contoso.example' -Service 'MultiFactorAuth' -Status 'Stopped' } }
        @{ code = 'PortalUsesNoSdk'; act = { Edit-Config -Old 'key="USE_WEB_SERVICE_SDK" value="true"' -New 'key="USE_WEB_SERVICE_SDK" value="false"' } }
        @{ code = 'SdkOtherPage'; act = { Mock -ModuleName MfaServerUpgrade Invoke-WebRequest { [pscustomobject]@{ StatusCode = 200; Content = 'Sign in' } } } }
    ) {
        . $act
        $answer = Test-MfaUserPortal @test
        $answer.Verified | Should -BeFalse
        $answer.Findings.Code | Should -Be $code
    }

    It 'asks once, whatever the answer is' {
        Mock -ModuleName MfaServerUpgrade Invoke-WebRequest { throw [System.InvalidOperationException]::new('refused') }
        (Test-MfaUserPortal @test).Verified | Should -BeFalse
        Should -Invoke -ModuleName MfaServerUpgrade Invoke-WebRequest -Times 1 -Exactly
    }

    It 'has the password in no answer, also not of a damaged file' {
        Edit-Config -Old 'https://mfa01' -New 'https://FIXTURE_user:FIXTURE_no_secret&amp;1@mfa01'
        Test-MfaUserPortal @test | ConvertTo-Json -Depth 8 | Should -Not -BeLike '*no_secret*'
        Edit-Config -Old 'FIXTURE_no_secret&amp;1"' -New 'x&FIXTURE_no_secret;"'
        $answer = Test-MfaUserPortal @test
        $answer.Verified | Should -Be $null
        $answer.Findings.Code | Should -Be 'WebComponentNotRead'
        $answer.Findings.Message | Should -BeLike '*no well-formed XML: line*'
        $answer | ConvertTo-Json -Depth 8 | Should -Not -BeLike '*no_secret*'
    }

    It 'gives null when it could not look, and refuses on another computer' {
        Mock -ModuleName MfaServerUpgrade Get-Website { throw [System.UnauthorizedAccessException]::new('not allowed') }
        (Test-MfaUserPortal @test).Verified | Should -Be $null
        { Test-MfaUserPortal -ComputerName 'web02.contoso.example' } | Should -Throw -ErrorId 'WrongComputer,*'
    }

    It 'asks the own service on an MFA server that uses no SDK' {
        Edit-Config -Old 'key="USE_WEB_SERVICE_SDK" value="true"' -New 'key="USE_WEB_SERVICE_SDK" value="false"'
        $path = [System.IO.Path]::Combine($upgrade.Hosts, 'web01.contoso.example', 'services.json')
        [System.IO.File]::Copy([System.IO.Path]::Combine($upgrade.Hosts, 'mfa01.contoso.example', 'services.json'), $path, $true)
        (Test-MfaUserPortal @test).Verified | Should -BeTrue
        Set-TestService -Upgrade $upgrade -Name 'web01.contoso.example' -Service 'MultiFactorAuth' -Status 'Stopped'
        (Test-MfaUserPortal @test).Findings.Code | Should -Be 'PortalServiceStopped'
    }
}

Describe 'Test-MfaMobileAppWebService' {
    It 'says yes when the SDK answers, and no with the values as shipped' {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name 'app01.contoso.example'
        (Test-MfaMobileAppWebService -ComputerName 'app01').Verified | Should -BeTrue
        $folder = Get-TestFile -Upgrade $upgrade -Name 'app01.contoso.example' -Below 'C/inetpub/wwwroot/app'
        $shipped = & (Get-Module -Name 'MfaServerRehearsal') { Get-MfaSimulatedWebConfig -Component 'mobileAppWebService' -Version '8.0.1.1' -Value @{} }
        [System.IO.File]::WriteAllText("$folder/web.config", $shipped)
        (Test-MfaMobileAppWebService -ComputerName 'app01').Findings.Code | Should -Be 'SdkAccountMissing'
        Exit-TestHost
    }
}
