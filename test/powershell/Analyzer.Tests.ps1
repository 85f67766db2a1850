# PSScriptAnalyzer with the profiles of Windows PowerShell 5.1 and PowerShell 7 on Windows Server, over all that runs there.
BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    Import-Module -Name $env:MFA_UPGRADE_SCRIPT_ANALYZER
    # Typed, because the analyzer leaves settings out that come wrapped from a pipeline, and says nothing.
    [hashtable]$settings = Import-PowerShellDataFile -LiteralPath ([System.IO.Path]::Combine($root, 'tools', 'powershell', 'analyzer.psd1'))
    [string]$profiles = Join-Path -Path (Split-Path -Path $env:MFA_UPGRADE_SCRIPT_ANALYZER -Parent) -ChildPath 'compatibility_profiles'
    $commands = $settings.Rules.PSUseCompatibleCommands
    $commands.ProfileDirPath = $profiles
    # The analyzer lays one of its own beside them, made of all, and stops when it is named.
    $commands.TargetProfiles = [string[]]@(Get-ChildItem -LiteralPath $profiles -Filter 'win-*.json').BaseName
}
AfterAll { Remove-Module -Name 'PSScriptAnalyzer' }

Describe 'PSScriptAnalyzer' {
    It 'looks with the profiles of 5.1 and 7' {
        $commands.TargetProfiles | Should -HaveCount 2
        @($commands.TargetProfiles -match '_5\.1\.') | Should -HaveCount 1
    }

    It 'sees <fault>' -ForEach @(
        @{ fault = 'syntax that 5.1 lacks'; text = '$a ? 1 : 2'; rule = 'PSUseCompatibleSyntax' }
        @{ fault = 'a parameter that 5.1 lacks'; text = 'Get-Content -Path $a -AsByteStream'; rule = 'PSUseCompatibleCommands' }
        @{ fault = 'a parameter that 7 lacks'; text = 'Get-Service -Name $a -ComputerName $b'; rule = 'PSUseCompatibleCommands' }
        @{ fault = 'a parameter that no version has'; text = 'Get-Item -LiteralPath $a -Bogus 1'; rule = 'PSUseCompatibleCommands' }
        @{ fault = 'a cmdlet that 5.1 lacks'; text = 'Test-Json -Json $a'; rule = 'PSUseCompatibleCommands' }
        @{ fault = 'a variable that nobody reads'; text = 'function Get-It { $lost = 1 }'; rule = 'PSUseDeclaredVarsMoreThanAssignments' }
        @{ fault = 'an error that is swallowed'; text = 'try { Get-Date } catch { }'; rule = 'PSAvoidUsingEmptyCatchBlock' }
        @{ fault = 'a list compared with nothing'; text = 'if ($a -eq $null) { 1 }'; rule = 'PSPossibleIncorrectComparisonWithNull' }
    ) {
        (Invoke-ScriptAnalyzer -ScriptDefinition $text -Settings $settings).RuleName | Should -Contain $rule
    }

    It 'finds nothing in <_>' -ForEach 'powershell', 'docs' {
        $found = Invoke-ScriptAnalyzer -Path (Join-Path -Path $root -ChildPath $_) -Recurse -Settings $settings -ErrorAction Stop
        $found | ForEach-Object -Process { '{0}:{1} {2} {3}' -f $_.ScriptName, $_.Line, $_.RuleName, $_.Message } | Should -BeNullOrEmpty
    }
}
