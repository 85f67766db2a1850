BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $common = @{ ComputerName = 'mfa01.contoso.example'; UpgradeId = 'u1'; BackupName = 'save-program-folder' }
}

Describe 'Backup-MfaProgramFolder and Test-MfaProgramFolderBackup' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade
        $program = Split-Path -Path (Get-TestDataFolder -Upgrade $upgrade) -Parent
    }
    AfterEach { Exit-TestHost }

    It 'copies the program folder without Data and Logs, and web.config of the SDK with its place in IIS' {
        $evidence = Backup-MfaProgramFolder @common
        $evidence.Changed | Should -BeTrue
        $evidence.Source | Should -Be $program
        $evidence.Files.Path | Should -Contain 'Unregister-MultiFactorAuthenticationAdfsAdapter.ps1'
        $evidence.Files.Path | Should -Contain 'MultiFactorAuthenticationUserPortalSetup64.msi'
        $evidence.Files.Path | Should -Not -Match '^(Data|Logs)/'
        $evidence.Web | Should -HaveCount 1
        $evidence.Web[0].Application.Name | Should -Be 'Sdk'
        $evidence.Web[0].Application.Pool | Should -Be 'Sdk'
        $evidence.Web[0].Files.Path | Should -Be @('web.config')
    }

    It 'is answered no before, yes after, and no when the effect is <what>' -ForEach @(
        @{ what = 'taken away'; code = 'BackupNotFound'; act = { param($evidence) [System.IO.Directory]::Delete($evidence.Destination, $true) } }
        @{ what = 'damaged'; code = 'BackupFileDiffers'; act = { param($evidence) [System.IO.File]::AppendAllText("$($evidence.Destination)/Data/FIXTURE_MultiFactorAuthSvc.exe", 'x') } }
        @{ what = 'without the SDK'; code = 'BackupNotFound'; act = { param($evidence) [System.IO.Directory]::Delete($evidence.Web[0].Destination, $true) } }
    ) {
        (Test-MfaProgramFolderBackup @common).Findings.Code | Should -Be @('BackupNotFound', 'BackupNotFound')
        $evidence = Backup-MfaProgramFolder @common
        (Test-MfaProgramFolderBackup @common).Verified | Should -BeTrue
        & $act $evidence
        $answer = Test-MfaProgramFolderBackup @common
        $answer.Verified | Should -BeFalse
        $answer.Findings.Code | Should -Be $code
    }

    It 'takes a log that goes on for no change' {
        [void](Backup-MfaProgramFolder @common)
        [System.IO.File]::AppendAllText("$program/Logs/MultiFactorAuthSvc.log", 'more')
        (Backup-MfaProgramFolder @common).Changed | Should -BeFalse
    }

    It 'refuses a folder below a site, and one that is not the registry''s' {
        $inside = Get-TestFile -Upgrade $upgrade -Below 'C/inetpub/wwwroot/x'
        { Backup-MfaProgramFolder @common -Destination $inside } | Should -Throw -ErrorId 'BackupDestinationInWeb,*'
        { Backup-MfaProgramFolder @common -InstallPath '/elsewhere' } | Should -Throw -ErrorId 'InstallPathDiffers,*'
        Test-Path -LiteralPath $inside | Should -BeFalse
    }

    It 'saves a server without IIS' {
        Edit-TestState -Upgrade $upgrade -File 'services.json' -Change { param($all) ($all | Where-Object -Property name -EQ 'W3SVC').name = 'other' }
        (Backup-MfaProgramFolder @common).Web | Should -HaveCount 0
        (Test-MfaProgramFolderBackup @common).Verified | Should -BeTrue
    }

    It 'says that the program folder is <what>' -ForEach @(
        @{ what = 'gone'; act = { [System.IO.Directory]::Delete($program, $true) } }
        @{ what = 'empty'; act = { Get-ChildItem -LiteralPath $program -File | ForEach-Object { [System.IO.File]::Delete($_.FullName) } } }
    ) {
        & $act
        { Backup-MfaProgramFolder @common } | Should -Throw -ErrorId 'ProgramFolderNotFound,*'
    }

    It 'gives null when it could not look' {
        Mock -ModuleName MfaServerUpgrade Get-ItemProperty { throw [System.UnauthorizedAccessException]::new('not allowed') }
        (Test-MfaProgramFolderBackup @common).Verified | Should -Be $null
    }
}
