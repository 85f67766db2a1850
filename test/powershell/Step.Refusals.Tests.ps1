BeforeAll { . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1') }

Describe 'A request that must not run' {
    BeforeEach { $upgrade = New-TestUpgrade -Below $TestDrive }
    AfterEach { Exit-TestHost }

    It 'is refused as <name> and nothing is made' -ForEach @(
        @{ name = 'a mode that is unknown'; with = @{ mode = 'dress' }; code = 'RequestModeDiffers' }
        @{ name = 'production that carries a rehearsal'; with = @{ mode = 'production' }; code = 'RequestModeDiffers' }
        @{ name = 'a rehearsal without its farm'; with = @{ rehearsal = $null }; code = 'RequestModeDiffers' }
        @{ name = 'a rehearsal that names other hosts'; with = @{ rehearsal = @{ hosts = '/elsewhere/hosts'; farm = @{} } }; code = 'RequestModeDiffers' }
        @{ name = 'the run of another folder'; with = @{ run = 'other' }; code = 'RequestOfOtherRun' }
        @{ name = 'a function of PowerShell'; with = @{ function = 'Remove-Item' }; code = 'RequestFunctionUnknown' }
        @{ name = 'a function that the module keeps to itself'; with = @{ function = 'Remove-MfaFolder' }; code = 'RequestFunctionUnknown' }
        @{ name = 'a function in another spelling'; with = @{ function = 'backup-mfaserverdata' }; code = 'RequestFunctionUnknown' }
        @{ name = 'an unknown verifying function'; with = @{ verify = 'Get-Date' }; code = 'RequestFunctionUnknown' }
        @{ name = 'a parameter that is not declared'; with = @{ parameters = @{ Force = $true } }; code = 'RequestParameterUnknown' }
        @{ name = 'a parameter that every function has'; with = @{ parameters = @{ OutVariable = 'x' } }; code = 'RequestParameterUnknown' }
        @{ name = 'what-if among the parameters'; with = @{ parameters = @{ WhatIf = $false } }; code = 'RequestParameterUnknown' }
        @{ name = 'another computer among the parameters'; with = @{ parameters = @{ ComputerName = 'mfa09' } }; code = 'RequestParameterUnknown' }
        @{ name = 'an object as a value'; with = @{ parameters = @{ UpgradeId = @{ a = 1 } } }; code = 'RequestValueUnfit' }
        @{ name = 'a list for a text'; with = @{ parameters = @{ UpgradeId = @('a', 'b'); BackupName = 'b' } }; code = 'RequestValueUnfit' }
        @{ name = 'a missing parameter'; with = @{ parameters = @{ UpgradeId = 'u1' } }; code = 'RequestValueUnfit' }
    ) {
        $done = Invoke-TestStep -Request (New-TestRequest -Upgrade $upgrade -With $with -Run 'run-1')
        $done.Code | Should -Be 2 -Because $done.Text
        $done.Result.outcome | Should -Be 'refused'
        $done.Result.findings[0].code | Should -Be $code
        $done.Result.findings[0].remedy | Should -Not -BeNullOrEmpty
        Get-TestSet -Upgrade $upgrade | Should -HaveCount 0
    }

    It 'is refused in production on a computer without Windows' {
        $done = Invoke-TestStep -Request (New-TestRequest -Upgrade $upgrade -With @{ mode = 'production'; rehearsal = $null; host = [ordered]@{ name = $upgrade.Host; transport = 'local' } })
        $done.Code | Should -Be 2
        $done.Result.findings[0].code | Should -Be 'StepNeedsWindows'
        $done.Text | Should -Not -BeLike 'REHEARSAL*'
    }

    It 'is refused in production where simulated hosts lie' {
        New-TestHost -Upgrade $upgrade
        $done = Invoke-TestStep -Request (New-TestRequest -Upgrade $upgrade -With @{ mode = 'production'; rehearsal = $null })
        $done.Result.findings[0].code | Should -Be 'RequestModeDiffers'
    }

    It 'is refused without a result when it cannot be read: <name>' -ForEach @(
        @{ name = 'no JSON'; text = '{ "v": 1,' }
        @{ name = 'another version'; text = '{ "v": 2 }' }
        @{ name = 'a list'; text = '[]' }
        @{ name = 'nothing'; text = '' }
    ) {
        $request = New-TestRequest -Upgrade $upgrade
        [System.IO.File]::WriteAllText((Join-Path -Path $request.Folder -ChildPath 'request.json'), $text)
        $done = Invoke-TestStep -Request $request
        $done.Code | Should -Be 2
        $done.Text | Should -BeLike 'Refused, nothing was changed. The request of this run could not be read*'
        Get-ChildItem -LiteralPath $request.Folder | Should -HaveCount 1
    }

    It 'is refused where no run folder is given' {
        $done = Invoke-TestStep -Request ([pscustomobject]@{ Folder = ''; Hash = '' })
        $done.Code | Should -Be 2
        $done.Text | Should -BeLike '*The run folder is not there*'
    }

    It 'carries hostile values as they are, as text' {
        $hostile = @("'; Remove-Item x; '", '$(x)', "a`nb", '--%', "$([char]0x2018); x $([char]0x2019)", '-Force', '`"', '2024-01-01T00:00:00Z')
        foreach ($value in $hostile) {
            $done = Invoke-TestStep -Request (New-TestRequest -Upgrade $upgrade -With @{ parameters = [ordered]@{ UpgradeId = 'u1'; BackupName = 'b'; Destination = $value } })
            $done.Code | Should -Be 2 -Because $done.Text
            $done.Result.findings[0].code | Should -Be 'BackupDestinationNotLocal'
            $shown = [regex]::Replace($value, '\n', '<U+000A>')
            $done.Result.findings[0].message | Should -BeLike ('*{0}*' -f [System.Management.Automation.WildcardPattern]::Escape($shown))
            @($done.Text.Split("`n") | Where-Object { $_ -like '  Backup-MfaServerData*' }) | Should -HaveCount 1
        }
    }
}
