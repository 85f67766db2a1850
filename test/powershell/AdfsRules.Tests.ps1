BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    . (Join-Path -Path $PSScriptRoot -ChildPath 'ArrangeAdfs.ps1')
    function Set-Rule {
        param([string]$Global = '', [object[]]$RelyingParty = @(), [object[]]$WebApi = @(), [string[]]$On = @($old))
        $path = [System.IO.Path]::Combine($upgrade.Hosts, '.adfs', '1.json')
        $adfs = Get-Adfs
        foreach ($database in @($adfs.database) + @($adfs.nodes.copy)) {
            $database.rules.global = $Global
            $database.rules.relyingParties = @($RelyingParty)
            $database.rules.webApis = @($WebApi)
            $database.policy.additional = @($On)
        }
        [System.IO.File]::WriteAllText($path, (ConvertTo-Json -InputObject $adfs -Depth 12))
    }
    function New-Place {
        param([string]$Name, [string]$Rules)
        [pscustomobject]@{ name = $Name; identifier = @("https://$Name"); rules = $Rules }
    }
    function Get-Code {
        (Test-MfaAdfsRule -ComputerName 'fs01.contoso.example' -RegisteredProvider $old).Findings.Code
    }
    $issue = '=> issue(Type = "http://schemas.microsoft.com/claims/authnmethodsproviders", Value = "{0}");'
}

Describe 'The rules of an AD FS farm' {
    BeforeEach {
        $upgrade = New-TestAdfs -Below $TestDrive
        Enter-TestAdfs -Name 'fs01'
    }
    AfterEach { Exit-TestHost }

    It 'are counted where there are none' {
        $answer = Test-MfaAdfsRule -ComputerName 'fs01.contoso.example' -RegisteredProvider $old
        $answer.Verified | Should -BeTrue
        $answer.Findings.Code | Should -Be 'AdfsRulesNone'
    }

    It 'that name the old provider have a number, in the order of the global ones, relying parties, applications' {
        Set-Rule -Global ($issue -f $old) -RelyingParty (New-Place 'zeta' ($issue -f $old.ToUpperInvariant())), (New-Place 'alpha' ($issue -f $old)) -WebApi (New-Place 'beta' ($issue -f $old))
        $found = (Test-MfaAdfsRule -ComputerName 'fs01.contoso.example' -RegisteredProvider $old).Findings
        $named = @($found | Where-Object -Property Code -EQ -Value 'AdfsRuleNamesProvider')
        $named.Severity | Select-Object -Unique | Should -Be 'warning'
        $named.Message | ForEach-Object -Process { $_ -replace ' names .*number (\d).*', ' $1' } | Should -Be @('The global rules 1', 'The relying party alpha 2', 'The relying party zeta 3', 'The application beta 4')
    }

    It 'say what becomes of them while the adapter is off: <code>' -ForEach @(
        @{ code = 'AdfsRuleNamesOther'; rules = '=> issue(Value = "AzureMfaAuthentication");'; on = @('WindowsAzureMultiFactorAuthentication') }
        @{ code = 'AdfsRuleAsksOther'; rules = '=> issue(Value = "ask");'; on = @('WindowsAzureMultiFactorAuthentication', 'AzureMfaAuthentication') }
        @{ code = 'AdfsRuleAsksNobody'; rules = '=> issue(Value = "ask");'; on = @('WindowsAzureMultiFactorAuthentication') }
    ) {
        Set-Rule -RelyingParty (New-Place 'alpha' $rules) -On $on
        Get-Code | Should -Be @($code, 'AdfsRulesNone')
    }

    It 'that cannot be read make no yes' {
        Mock -ModuleName 'MfaServerUpgrade' -CommandName 'Get-AdfsRelyingPartyTrust' -MockWith { throw 'no access' }
        $answer = Test-MfaAdfsRule -ComputerName 'fs01.contoso.example' -RegisteredProvider $old
        $answer.Verified | Should -Be $null
        $answer.Findings.Code | Should -Be 'AdfsRuleNotRead'
    }

    It 'are read and not changed' {
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        [void](Get-Code)
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }
}
