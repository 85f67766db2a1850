BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep/MfaUpgradeStep.psd1') -Force
}
AfterAll { Exit-TestHost }

Describe 'A value shown in a command' {
    It 'gives itself back when the real parser reads it: <_>' -ForEach @(
        'mfa01.contoso.example', '6.3.1', '1e5', '0x10', '-Force', '', ' ', "it's", "$([char]0x2018)a$([char]0x2019)$([char]0x201b)", "$([char]0x201c)a$([char]0x201d)",
        '$(Get-Date)', '`$x', "a`nb`$(1)", "a`"$([char]0x201e)`nb", "$([char]0x202e)abc", 'D:\MFA Backup\', 'a;b|c&d', '@(1)', '#x', '%', '--%'
    ) {
        $value = $_
        $shown = InModuleScope MfaUpgradeStep -Parameters @{ value = $value } { ConvertTo-MfaQuotedValue -Value $value }
        $shown | Should -Not -Match '[\r\n\p{Cf}]'
        $errors = $null
        $tree = [System.Management.Automation.Language.Parser]::ParseInput("Show-Argument $shown", [ref]$null, [ref]$errors)
        $errors | Should -HaveCount 0
        $elements = $tree.EndBlock.Statements[0].PipelineElements[0].CommandElements
        $elements | Should -HaveCount 2
        function Show-Argument { $args[0] }
        & ([scriptblock]::Create("Show-Argument $shown")) | Should -BeExactly $value
    }

    It 'is written as PowerShell writes it: <shown>' -ForEach @(
        @{ value = $true; shown = '$true' }
        @{ value = 60; shown = '60' }
        @{ value = @('mfaServer', 'a b'); shown = "mfaServer, 'a b'" }
        @{ value = @(); shown = '@()' }
    ) {
        InModuleScope MfaUpgradeStep -Parameters @{ value = $value } { ConvertTo-MfaQuotedValue -Value $value } | Should -BeExactly $shown
    }
}

Describe 'The line that a run prints' {
    It 'ends with -WhatIf only where the function has it: <function>' -ForEach @(
        @{ function = 'Backup-MfaServerData'; verify = 'Test-MfaServerDataBackup'; shown = 'Backup-MfaServerData -ComputerName mfa01 -WhatIf' }
        @{ function = 'Test-MfaUpgradeReadiness'; verify = 'Test-MfaUpgradeReadiness'; shown = 'Test-MfaUpgradeReadiness -ComputerName mfa01' }
    ) {
        $request = [pscustomobject]@{ function = $function; verify = $verify; host = [pscustomobject]@{ name = 'mfa01' }; parameters = [pscustomobject]@{}; whatIf = $true }
        InModuleScope MfaUpgradeStep -Parameters @{ request = $request } { Format-MfaStepCommand -Request $request } | Should -BeExactly $shown
    }
}

Describe 'Data on its way out and in' {
    It 'reads JSON with every text as it is' {
        $read = InModuleScope MfaUpgradeStep { ConvertFrom-MfaStepJson -Text '{"a":"2024-01-01T00:00:00Z","b":[1,2.5,true,null,[]],"c":{"d":"x"}}' }
        $read.a | Should -BeOfType [string]
        $read.b | Should -HaveCount 5
        $read.b[1] | Should -Be 2.5
        $read.c.d | Should -Be 'x'
    }

    It 'writes camel case names, lists of one as lists, times as text' {
        $value = [pscustomobject]@{ FileCount = 1; Files = @([pscustomobject]@{ CopySha256 = 'a' }); At = [datetime]::SpecifyKind('2026-01-02T03:04:05', 'Utc'); None = $null; Empty = @(); Day = [System.DayOfWeek]::Monday }
        $plain = InModuleScope MfaUpgradeStep -Parameters @{ value = $value } { ConvertTo-MfaPlainData -Value $value }
        ConvertTo-Json -InputObject $plain -Depth 8 -Compress | Should -Be '{"fileCount":1,"files":[{"copySha256":"a"}],"at":"2026-01-02T03:04:05.0000000Z","none":null,"empty":[],"day":"Monday"}'
    }

    It 'never overwrites a result' {
        $folder = (New-Item -Path (Join-Path -Path $TestDrive -ChildPath 'run') -ItemType Directory).FullName
        [System.IO.File]::WriteAllText((Join-Path -Path $folder -ChildPath 'result.json'), 'first')
        { InModuleScope MfaUpgradeStep -Parameters @{ folder = $folder } { Write-MfaStepResult -RunFolder $folder -Text '{}' } } | Should -Throw
        [System.IO.File]::ReadAllText((Join-Path -Path $folder -ChildPath 'result.json')) | Should -Be 'first'
    }
}

Describe 'The end of a run' {
    BeforeAll {
        $request = [pscustomobject]@{ title = 'A step'; target = 'mfa01'; whatIf = $false }
        function Get-Ending {
            param([hashtable]$Outcome)
            InModuleScope MfaUpgradeStep -Parameters @{ request = $request; given = $Outcome } {
                $outcome = New-MfaStepOutcome @given
                '{0} {1}' -f (Get-MfaStepExitCode -Outcome $outcome), (Get-MfaStepEnding -Request $request -Outcome $outcome)
            }
        }
        $inhibitor = [pscustomobject]@{ Code = 'SomeCode'; Severity = 'inhibitor'; Message = 'It is.'; Remedy = 'Do it.' }
    }

    It 'is <like>' -ForEach @(
        @{ given = @{ Name = 'done'; Verified = $true }; like = '0 Done and verified: A step, for mfa01.*' }
        @{ given = @{ Name = 'done'; Verified = $true; RestartNeeded = $true }; like = '3 Done: A step, for mfa01. Restart this host*' }
        @{ given = @{ Name = 'done'; Verified = $null }; like = '1 Not known:*' }
        @{ given = @{ Name = 'failed'; Verified = $false }; like = '1 Not done:*' }
        @{ given = @{ Name = 'failed' }; like = '1 Failed:*' }
        @{ given = @{ Name = 'refused' }; like = '2 Refused, nothing was changed.*' }
    ) {
        Get-Ending -Outcome $given | Should -BeLike $like
    }

    It 'of a look that only fetches files is no end of its step' {
        $request | Add-Member -NotePropertyName 'collects' -NotePropertyValue $true
        try { Get-Ending -Outcome @{ Name = 'done'; Verified = $true } | Should -BeLike '0 Both files are fetched, and nothing was changed. *Publish.' }
        finally { $request.PSObject.Properties.Remove('collects') }
    }

    It 'names what stands in the way even when the check ran' {
        Get-Ending -Outcome @{ Name = 'done'; Verified = $true; Finding = @($inhibitor) } | Should -Be '0 Done: A step, for mfa01. It found something that stands in the way: It is. Do it. [SomeCode]'
    }
}

Describe 'A verification' {
    BeforeAll {
        $request = [pscustomobject]@{ whatIf = $false; function = 'Act'; verify = 'Look' }
        function Complete-Test {
            param([scriptblock]$Look, [object]$Evidence = [pscustomobject]@{ Done = 1 })
            $calls = [pscustomobject]@{ Verify = $Look; VerifyArguments = @{}; Session = $null }
            InModuleScope MfaUpgradeStep -Parameters @{ request = $request; evidence = $Evidence; calls = $calls } { Complete-MfaStepRequest -Request $request -Evidence $evidence -Calls $calls }
        }
    }

    It 'that throws is neither yes nor no, and says why' {
        $outcome = Complete-Test -Look { throw 'the disk is gone' }
        $outcome.Name | Should -Be 'done'
        $outcome.Verified | Should -Be $null
        $outcome.Findings[0].Message | Should -BeLike '*the disk is gone*'
    }

    It 'that answers with something else than yes or no is neither' {
        (Complete-Test -Look { [pscustomobject]@{ Verified = 'yes' } }).Verified | Should -Be $null
    }

    It 'keeps what it saw beside the evidence of the act' {
        $outcome = Complete-Test -Look { [pscustomobject]@{ Verified = $true; Findings = @(); Seen = 3 } } -Evidence ([pscustomobject]@{ Done = 1; RestartNeeded = $true })
        $outcome.Evidence['Done'] | Should -Be 1
        $outcome.Evidence['verification']['Seen'] | Should -Be 3
        $outcome.RestartNeeded | Should -BeTrue
    }
}

Describe 'A step in production' {
    BeforeAll {
        $module = Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerUpgrade/MfaServerUpgrade.psd1') -PassThru -Force -Global
        $request = [pscustomobject]@{ target = 'mfa01.contoso.example'; host = [pscustomobject]@{ name = 'mfa01.contoso.example' }; changes = $true; whatIf = $false }
        function Get-Refusal {
            param([bool]$Elevated, [string[]]$Names)
            Mock -ModuleName MfaUpgradeStep Test-MfaStepWindows { $true }
            Mock -ModuleName MfaUpgradeStep Test-MfaStepElevation { $Elevated }.GetNewClosure()
            Mock -ModuleName MfaServerUpgrade Get-MfaComputerIdentity { [pscustomobject]@{ Names = $Names; IsInDomain = $true } }.GetNewClosure()
            try {
                InModuleScope MfaUpgradeStep -Parameters @{ request = $request; module = $module } { Assert-MfaStepHost -Request $request -Module $module }
                'none'
            }
            catch { $_.FullyQualifiedErrorId.Split(',')[0] }
        }
    }

    It 'is refused on another computer, before elevation is asked for' { Get-Refusal -Elevated $false -Names 'MFA02' | Should -Be 'WrongComputer' }
    It 'is refused without administrator rights when it changes something' { Get-Refusal -Elevated $false -Names 'mfa01.contoso.example' | Should -Be 'StepNeedsElevation' }
    It 'runs on its own host with administrator rights' { Get-Refusal -Elevated $true -Names 'MFA01', 'mfa01.contoso.example' | Should -Be 'none' }
}
