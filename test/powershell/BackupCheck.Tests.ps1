BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $common = @{ ComputerName = 'mfa01.contoso.example'; UpgradeId = 'u1'; BackupName = 'back-up-data-file' }

    function Set-SetAge {
        param([string]$Path, [int]$Minutes)
        $name = [datetime]::UtcNow.AddMinutes(-$Minutes).ToString("yyyyMMdd'T'HHmmssfff'Z'")
        [System.IO.Directory]::Move($Path, (Join-Path -Path (Split-Path -Path $Path -Parent) -ChildPath $name))
    }
}

Describe 'Test-MfaServerDataBackup' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade
        $data = Get-TestDataFolder -Upgrade $upgrade
        $live = Join-Path -Path $data -ChildPath 'PhoneFactor.pfdata'
    }
    AfterEach { Exit-TestHost }

    It 'says no before the act, and where to look' {
        $answer = Test-MfaServerDataBackup @common
        $answer.Verified | Should -BeFalse
        $answer.Findings.Code | Should -Be 'BackupNotFound'
        $answer.Findings.Host | Should -Be 'mfa01.contoso.example'
    }

    It 'says yes after it' {
        [void](Backup-MfaServerData @common)
        $answer = Test-MfaServerDataBackup @common
        $answer.Verified | Should -BeTrue
        $answer.Findings | Should -HaveCount 0
        $answer.FilesCompared | Should -Be 3
    }

    It 'says no when the effect is <code> behind its back' -ForEach @(
        @{ code = 'BackupNotFound'; act = { param($set) [System.IO.Directory]::Delete($set, $true) } }
        @{ code = 'BackupFileMissing'; act = { param($set) [System.IO.File]::Delete((Join-Path $set 'Data/FIXTURE_activation.bin')) } }
        @{ code = 'BackupFileMissing'; act = { param($set) [System.IO.Directory]::Delete((Join-Path $set 'Data'), $true) } }
        @{ code = 'BackupFileEmpty'; act = { param($set) [System.IO.File]::WriteAllBytes((Join-Path $set 'Data/PhoneFactor.pfdata'), @()) } }
        @{ code = 'BackupFileDiffers'; act = { param($set) [System.IO.File]::AppendAllText((Join-Path $set 'Data/PhoneFactor.pfdata'), 'x') } }
        @{ code = 'BackupFileExtra'; act = { param($set) [System.IO.File]::WriteAllText((Join-Path $set 'Data/more.bin'), 'x') } }
    ) {
        & $act (Backup-MfaServerData @common).Destination
        $answer = Test-MfaServerDataBackup @common
        $answer.Verified | Should -BeFalse
        $answer.Findings[0].Code | Should -Be $code
        $answer.Findings[0].Severity | Should -Be 'error'
    }

    It 'takes a young backup of data that changed since, and says so' {
        [void](Backup-MfaServerData @common)
        [System.IO.File]::AppendAllText($live, 'more')
        [System.IO.File]::SetLastWriteTimeUtc($live, [datetime]::UtcNow.AddSeconds(1))
        $answer = Test-MfaServerDataBackup @common
        $answer.Verified | Should -BeTrue
        $answer.Findings.Code | Should -Be 'DataChangedSinceBackup'
    }

    It 'refuses it when it is older than the limit' {
        Set-SetAge -Path (Backup-MfaServerData @common).Destination -Minutes 61
        [System.IO.File]::AppendAllText($live, 'more')
        (Test-MfaServerDataBackup @common).Findings.Code | Should -Be 'BackupTooOld'
        (Test-MfaServerDataBackup @common -MaximumAgeMinutes 120).Verified | Should -BeTrue
    }

    It 'refuses it when the clock says that it comes from later' {
        Set-SetAge -Path (Backup-MfaServerData @common).Destination -Minutes -30
        [System.IO.File]::AppendAllText($live, 'more')
        [System.IO.File]::SetLastWriteTimeUtc($live, [datetime]::UtcNow.AddMinutes(40))
        (Test-MfaServerDataBackup @common).Verified | Should -BeFalse
    }

    It 'takes an old backup that still equals the live files' {
        Set-SetAge -Path (Backup-MfaServerData @common).Destination -Minutes 5000
        (Test-MfaServerDataBackup @common).Verified | Should -BeTrue
    }

    It 'looks at the newest set, and at no unfinished one' {
        $set = (Backup-MfaServerData @common).Destination
        [void][System.IO.Directory]::CreateDirectory("$set.unfinished")
        [void][System.IO.Directory]::CreateDirectory((Join-Path -Path (Split-Path -Path $set -Parent) -ChildPath '20990101T000000000Z.unfinished'))
        (Test-MfaServerDataBackup @common).Verified | Should -BeTrue
        [void][System.IO.Directory]::CreateDirectory((Join-Path -Path (Split-Path -Path $set -Parent) -ChildPath '20990101T000000000Z'))
        (Test-MfaServerDataBackup @common).Verified | Should -BeFalse
    }

    It 'reads nothing but the Data folders: whatever lies beside the copy changes no answer' {
        $set = (Backup-MfaServerData @common).Destination
        [System.IO.File]::WriteAllText((Join-Path -Path $set -ChildPath 'manifest.json'), '{"verified":true}')
        [System.IO.File]::AppendAllText((Join-Path -Path $set -ChildPath 'Data/PhoneFactor.pfdata'), 'x')
        (Test-MfaServerDataBackup @common).Verified | Should -BeFalse
    }

    It 'gives null when it could not look' {
        Mock -ModuleName MfaServerUpgrade Get-ItemProperty { throw [System.UnauthorizedAccessException]::new('not allowed') }
        $answer = Test-MfaServerDataBackup @common
        $answer.Verified | Should -Be $null
        $answer.Findings[0].Code | Should -Be 'BackupNotReadable'
        $answer.Findings[0].Message | Should -BeLike '*not allowed*'
    }
}
