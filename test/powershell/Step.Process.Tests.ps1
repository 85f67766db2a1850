BeforeAll { . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1') }

Describe 'A run of the entry script' {
    BeforeEach { $upgrade = New-TestUpgrade -Below $TestDrive }
    AfterEach { Exit-TestHost }

    It 'backs up, verifies, says so and ends with 0, with nothing in its environment but the run' {
        $done = Start-TestStep -Request (New-TestRequest -Upgrade $upgrade)
        $done.Code | Should -Be 0 -Because $done.Text
        $done.Result.outcome | Should -Be 'done'
        $done.Result.verified | Should -BeTrue
        $data = $done.Result.evidence.files | Where-Object -Property path -EQ 'PhoneFactor.pfdata'
        $data.sourceSha256 | Should -Match '^[0-9a-f]{64}$'
        @($data.sourceSha256, $data.secondReadSha256, $data.copySha256) | Select-Object -Unique | Should -HaveCount 1
        $live = Get-FileHash -LiteralPath (Join-Path -Path (Get-TestDataFolder -Upgrade $upgrade) -ChildPath 'PhoneFactor.pfdata')
        $data.sourceSha256 | Should -Be $live.Hash.ToLowerInvariant()
        Get-TestSet -Upgrade $upgrade | Should -HaveCount 1
    }

    It 'says first in words what it does, with REHEARSAL in front, and last what came out' {
        $request = New-TestRequest -Upgrade $upgrade -Run 'run-7'
        $done = Start-TestStep -Request $request
        $lines = $done.Text.Split("`n")
        $lines[0] | Should -BeLike 'REHEARSAL*'
        $lines[2].Trim() | Should -Be 'Backup-MfaServerData -ComputerName mfa01.contoso.example -UpgradeId u1 -BackupName back-up-data-file'
        @($lines | Where-Object { $_.Trim() })[-1] | Should -BeLike 'Done and verified: Back up the data file, for mfa01.contoso.example.*'
        $done.Result.run | Should -Be 'run-7'
        $done.Result.requestHash | Should -Be $request.Hash
        $done.Result.mode | Should -Be 'rehearsal'
        $done.Result.computer | Should -Be 'MFA01'
        $done.Result.powershell | Should -Match '^\d+\.\d+'
        $done.Result.startedAt | Should -Match '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'
        ($done.Result.endedAt -ge $done.Result.startedAt) | Should -BeTrue
    }

    It 'leaves the mark of its process, and a result that only its owner reads' {
        $request = New-TestRequest -Upgrade $upgrade
        $process = Open-TestStep -Request $request
        $process.WaitForExit()
        $mark = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText((Join-Path -Path $request.Folder -ChildPath 'taken')))
        $mark.processId | Should -Be $process.Id
        $mark.startTicks | Should -Match '^\d+$'
        $mark.computer | Should -Be ([System.Net.Dns]::GetHostName())
        if ([System.Environment]::OSVersion.Platform -eq 'Unix') {
            [System.IO.File]::GetUnixFileMode((Join-Path -Path $request.Folder -ChildPath 'result.json')) | Should -Be 'UserWrite, UserRead'
        }
    }

    It 'keeps its newest line as a sign of life, and shows it once' {
        $request = New-TestRequest -Upgrade $upgrade
        $done = Start-TestStep -Request $request
        $line = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText((Join-Path -Path $request.Folder -ChildPath 'output.json')))
        $line.text | Should -Match '^The set is whole: '
        "$($line.time)" | Should -Not -BeNullOrEmpty
        @($done.Text.Split("`n") | Where-Object { $_.Trim() -eq $line.text }) | Should -HaveCount 1
    }

    It 'refuses a second start of the same request and leaves the first result alone' {
        $request = New-TestRequest -Upgrade $upgrade
        (Start-TestStep -Request $request).Code | Should -Be 0
        $before = Get-TestFingerprint -LiteralPath $upgrade.Folder
        $second = Start-TestStep -Request $request
        $second.Code | Should -Be 2
        $second.Text | Should -BeLike '*Refused, nothing was changed. This run was started before*Run the step from the checklist again.*'
        Get-TestFingerprint -LiteralPath $upgrade.Folder | Should -Be $before
    }

    It 'refuses a request that is not the recorded one' {
        $request = New-TestRequest -Upgrade $upgrade
        $request.Hash = 'f' * 64
        $done = Start-TestStep -Request $request
        $done.Code | Should -Be 2
        $done.Result.outcome | Should -Be 'refused'
        $done.Result.findings[0].code | Should -Be 'RequestChanged'
        Test-Path -LiteralPath $upgrade.Hosts | Should -BeFalse
    }

    It 'fails where a file is in the way of the backup folder, and says what to do' {
        New-TestHost -Upgrade $upgrade
        [System.IO.File]::WriteAllText((Get-TestFile -Upgrade $upgrade -Below 'C/Backup'), 'a file')
        $done = Start-TestStep -Request (New-TestRequest -Upgrade $upgrade -With @{ parameters = [ordered]@{ UpgradeId = 'u1'; BackupName = 'back-up-data-file'; Destination = 'C:\Backup' } })
        $done.Code | Should -Be 1
        $done.Result.outcome | Should -Be 'failed'
        $done.Result.verified | Should -BeNullOrEmpty
        $done.Result.findings[0].code | Should -Be 'BackupDestinationIsFile'
        $done.Result.findings[0].remedy | Should -BeLike 'Rename or move that file*'
    }

    It 'with what-if shows what it would do and leaves every file as it was' {
        New-TestHost -Upgrade $upgrade
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        $done = Start-TestStep -Request (New-TestRequest -Upgrade $upgrade -With @{ whatIf = $true })
        $done.Code | Should -Be 0 -Because $done.Text
        $done.Result.outcome | Should -Be 'done'
        $done.Result.verified | Should -Be $null
        $done.Result.whatIf | Should -BeTrue
        $done.Result.evidence.whatIf | Should -BeTrue
        $done.Text | Should -BeLike '*-WhatIf*What if: Performing the operation*'
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'is not done when the act does nothing (no-op.json): the check says no' {
        [void][System.IO.Directory]::CreateDirectory($upgrade.Hosts)
        [System.IO.File]::WriteAllText((Join-Path -Path $upgrade.Hosts -ChildPath 'no-op.json'), '["Backup-MfaServerData"]')
        $done = Start-TestStep -Request (New-TestRequest -Upgrade $upgrade)
        $done.Code | Should -Be 1
        $done.Result.outcome | Should -Be 'failed'
        $done.Result.verified | Should -BeFalse
        $done.Result.findings[0].code | Should -Be 'BackupNotFound'
        $done.Text | Should -BeLike '*Not done: it ran, and the check afterwards says no.*'
    }

    It 'killed in the middle leaves no set, and the next run sweeps up and makes one' {
        New-TestHost -Upgrade $upgrade
        $large = New-TestLargeFile -Upgrade $upgrade
        $process = Open-TestStep -Request (New-TestRequest -Upgrade $upgrade)
        $folder = Get-TestFile -Upgrade $upgrade -Below 'C/ProgramData/MFA Server Upgrade/u1/back-up-data-file'
        while (-not $process.HasExited -and -not (Test-Path -Path "$folder/*.unfinished/Data/FIXTURE_large.bin")) { Start-Sleep -Milliseconds 20 }
        $process.HasExited | Should -BeFalse
        $process.Kill()
        $process.WaitForExit()
        Get-TestSet -Upgrade $upgrade | Should -HaveCount 0
        Get-ChildItem -LiteralPath $folder | Should -HaveCount 1
        Remove-Item -LiteralPath $large
        (Start-TestStep -Request (New-TestRequest -Upgrade $upgrade)).Code | Should -Be 0
        (Get-ChildItem -LiteralPath $folder).Name | Should -Match '^\d{8}T\d{9}Z$'
    }
}

Describe 'A run that is interrupted' {
    It 'ends with 130, without a set and without a result' -Skip:($env:OS -eq 'Windows_NT') {
        $upgrade = New-TestUpgrade -Below $TestDrive
        New-TestHost -Upgrade $upgrade
        $large = New-TestLargeFile -Upgrade $upgrade
        $request = New-TestRequest -Upgrade $upgrade
        $process = Open-TestStep -Request $request
        $folder = Get-TestFile -Upgrade $upgrade -Below 'C/ProgramData/MFA Server Upgrade/u1/back-up-data-file'
        while (-not $process.HasExited -and -not (Test-Path -Path "$folder/*.unfinished/Data/FIXTURE_large.bin")) { Start-Sleep -Milliseconds 20 }
        & /bin/kill -INT $process.Id
        $process.WaitForExit()
        $process.ExitCode | Should -Be 130
        Get-ChildItem -LiteralPath $folder -Force | Should -HaveCount 0
        (Get-ChildItem -LiteralPath $request.Folder).Name | Sort-Object | Should -Be @('output.json', 'request.json', 'taken')
    }
}

Describe 'Hostile values in a real start' {
    It 'arrive as they are, as text: <_>' -ForEach @("'; Remove-Item x; '", '$(x)', "a`nb") {
        $upgrade = New-TestUpgrade -Below $TestDrive
        $done = Start-TestStep -Request (New-TestRequest -Upgrade $upgrade -With @{ parameters = [ordered]@{ UpgradeId = 'u1'; BackupName = 'b'; Destination = $_ } })
        $done.Code | Should -Be 2 -Because $done.Text
        $done.Result.findings[0].code | Should -Be 'BackupDestinationNotLocal'
        $done.Result.findings[0].message | Should -BeLike ('The backup folder {0} is not*' -f [System.Management.Automation.WildcardPattern]::Escape($_.Replace("`n", '<U+000A>')))
        @($done.Text.Split("`n") | Where-Object { $_ -like '  Backup-MfaServerData*' }) | Should -HaveCount 1
    }
}
