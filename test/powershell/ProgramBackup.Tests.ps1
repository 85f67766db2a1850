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

Describe 'Backup-MfaProgramFolder of a PhoneFactor Agent' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name 'old01'
        $agent = @{ ComputerName = 'old01'; UpgradeId = 'u1'; BackupName = 'save-program-folder'; Component = 'phoneFactorAgent' }
        $key = 'HKLM:\SOFTWARE\Wow6432Node\Positive Networks\PhoneFactor'
        Edit-TestState -Upgrade $upgrade -Name 'old01' -File 'registry.json' -Change {
            param($registry)
            $registry.$key | Add-Member -NotePropertyName 'Pfsvc_ncan_ip_tcp_port' -NotePropertyValue 4443
            $registry | Add-Member -NotePropertyName "$key\FIXTURE_below" -NotePropertyValue ([pscustomobject]@{ FIXTURE_lines = @("a`nb", 'c"d') })
        }
    }
    AfterEach { Exit-TestHost }

    It 'exports the key with all that lies below it into a set of its own, and again when it has changed' {
        $evidence = Backup-MfaProgramFolder @agent
        $evidence.Registry.Changed | Should -BeTrue
        $evidence.Registry.Files.Path | Should -Be @('Positive Networks.txt')
        $text = [System.IO.File]::ReadAllText("$($evidence.Registry.Destination)/Data/Positive Networks.txt")
        $text | Should -Match '(?m)^\[HKLM:\\SOFTWARE\\Wow6432Node\\Positive Networks\\PhoneFactor\]\r$'
        $text | Should -Match '(?m)^"InstallPath" System.String = ".*PhoneFactor/"\r$'
        $text | Should -Match '(?m)^"Pfsvc_ncan_ip_tcp_port" System.Int(32|64) = 4443\r$'
        $text | Should -BeLike '*FIXTURE_below]*= "a\nb", "c\"d"*'
        (Backup-MfaProgramFolder @agent).Changed | Should -BeFalse
        Edit-TestState -Upgrade $upgrade -Name 'old01' -File 'registry.json' -Change { param($registry) $registry.$key.Pfsvc_ncan_ip_tcp_port = 4444 }
        (Test-MfaProgramFolderBackup @agent).Findings.Code | Should -Be 'BackupRegistryDiffers'
        $again = Backup-MfaProgramFolder @agent
        $again.Changed | Should -BeTrue
        $again.Registry.Before.NewestSet | Should -Be $evidence.Registry.Destination
        (Test-MfaProgramFolderBackup @agent).Verified | Should -BeTrue
    }

    It 'is answered no when the export is <what>' -ForEach @(
        @{ what = 'gone'; code = 'BackupNotFound'; act = { param($set) [System.IO.Directory]::Delete($set, $true) } }
        @{ what = 'without its file'; code = 'BackupFileMissing'; act = { param($set) [System.IO.File]::Delete("$set/Data/Positive Networks.txt") } }
        @{ what = 'damaged'; code = 'BackupRegistryDiffers'; act = { param($set) [System.IO.File]::AppendAllText("$set/Data/Positive Networks.txt", 'x') } }
    ) {
        & $act (Backup-MfaProgramFolder @agent).Registry.Destination
        $answer = Test-MfaProgramFolderBackup @agent
        $answer.Verified | Should -BeFalse
        $answer.Findings.Code | Should -Be $code
    }

    It 'exports the key of a 32-bit Windows' {
        Set-TestBitness32 -Upgrade $upgrade -Name 'old01'
        $evidence = Backup-MfaProgramFolder @agent
        [System.IO.File]::ReadAllText("$($evidence.Registry.Destination)/Data/Positive Networks.txt") | Should -BeLike '*SOFTWARE\Positive Networks\PhoneFactor*'
        (Test-MfaProgramFolderBackup @agent).Verified | Should -BeTrue
    }

    It 'says that there is nothing to export where the registry has no such key' {
        Edit-TestState -Upgrade $upgrade -Name 'old01' -File 'registry.json' -Change { param($registry) @($registry.PSObject.Properties.Name) -like '*Positive Networks*' | ForEach-Object { $registry.PSObject.Properties.Remove($_) } }
        $agent.InstallPath = Get-TestFile -Upgrade $upgrade -Name 'old01' -Below 'C/Program Files/PhoneFactor'
        $said = @(Backup-MfaProgramFolder @agent 6>&1)
        $said[-1].Changed | Should -BeTrue
        $said[-1].Registry | Should -BeNullOrEmpty
        "$said" | Should -BeLike '*has no key Positive Networks*'
        (Test-MfaProgramFolderBackup @agent).Verified | Should -BeTrue
    }
}
