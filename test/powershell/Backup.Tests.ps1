BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $common = @{ ComputerName = 'mfa01.contoso.example'; UpgradeId = 'u1'; BackupName = 'back-up-data-file' }
}
AfterAll { Exit-TestHost }

Describe 'Backup-MfaServerData' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade
        $data = Get-TestDataFolder -Upgrade $upgrade
    }
    AfterEach { Exit-TestHost }

    It 'copies every file of the Data folder into a set of its own and gives the hashes' {
        $evidence = Backup-MfaServerData @common
        $evidence.Changed | Should -BeTrue
        $evidence.Source | Should -Be $data
        $evidence.Files.Path | Should -Be @('FIXTURE_activation.bin', 'FIXTURE_folder/FIXTURE_settings.bin', 'PhoneFactor.pfdata')
        foreach ($file in $evidence.Files) {
            $copied = Get-FileHash -LiteralPath ([System.IO.Path]::Combine($evidence.Destination, 'Data', $file.Path))
            @($file.SourceSha256, $file.SecondReadSha256, $file.CopySha256) | Should -Be (@($copied.Hash.ToLowerInvariant()) * 3)
        }
        $evidence.Before.NewestSet | Should -BeNullOrEmpty
        $evidence.After.NewestSet | Should -Be $evidence.Destination
    }

    It 'makes its folders for the owner only' -Skip:($env:OS -eq 'Windows_NT') {
        $path = (Backup-MfaServerData @common).Destination
        while ($path -ne $env:ProgramData) {
            [System.IO.File]::GetUnixFileMode($path) | Should -Be ([System.IO.UnixFileMode]'UserRead, UserWrite, UserExecute')
            $path = Split-Path -Path $path -Parent
        }
    }

    It 'changes nothing when it is run again right after, and says so' {
        $first = Backup-MfaServerData @common
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        $second = Backup-MfaServerData @common 6>&1
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        "$($second[0])" | Should -BeLike 'Nothing to do:*'
        $second[-1].Changed | Should -BeFalse
        $second[-1].Destination | Should -Be $first.Destination
        $second[-1].Files.CopySha256 | Should -Be $first.Files.CopySha256
    }

    It 'makes a second set after the data was changed, and keeps the first' {
        [void](Backup-MfaServerData @common)
        [System.IO.File]::WriteAllBytes((Join-Path -Path $data -ChildPath 'PhoneFactor.pfdata'), @(1, 2, 3))
        (Backup-MfaServerData @common).Changed | Should -BeTrue
        Get-TestSet -Upgrade $upgrade | Should -HaveCount 2
    }

    It 'finds the data file in any spelling' {
        [System.IO.File]::Move((Join-Path -Path $data -ChildPath 'PhoneFactor.pfdata'), (Join-Path -Path $data -ChildPath 'Phonefactor.PFDATA'))
        (Backup-MfaServerData @common).Files.Path | Should -Contain 'Phonefactor.PFDATA'
    }

    It 'refuses on another computer' {
        { Backup-MfaServerData -ComputerName 'mfa02.contoso.example' -UpgradeId 'u1' -BackupName 'b' } | Should -Throw -ErrorId 'WrongComputer,*'
        { Backup-MfaServerData -ComputerName 'mfa01.fabrikam.example' -UpgradeId 'u1' -BackupName 'b' } | Should -Throw -ErrorId 'WrongComputer,*'
    }

    It 'knows its host without case and with a trailing dot' {
        (Backup-MfaServerData -ComputerName 'MFA01.Contoso.Example.' -UpgradeId 'u1' -BackupName 'b').Changed | Should -BeTrue
        (Backup-MfaServerData -ComputerName 'mfa01' -UpgradeId 'u1' -BackupName 'b').Changed | Should -BeFalse
    }

    It 'refuses the destination <_>' -ForEach @('\\server\share', '//server/share', 'Backup', './Backup', '/a/../b', 'C:\..\b', '\\?\C:\b', 'C:\b:stream', '/con/x', '/aux.txt', '/a*', "/a`nb") {
        { Backup-MfaServerData @common -Destination $_ } | Should -Throw -ErrorId 'BackupDestinationNotLocal,*'
    }

    It 'refuses a destination in the <name> folder' -ForEach @(@{ name = 'Data'; below = 'Data/Backup' }, @{ name = 'program'; below = 'Backup' }, @{ name = 'program, in other case,'; below = '../MULTI-FACTOR AUTHENTICATION SERVER/b' }) {
        $destination = [System.IO.Path]::GetFullPath((Join-Path -Path (Split-Path -Path $data -Parent) -ChildPath $below))
        { Backup-MfaServerData @common -Destination $destination } | Should -Throw -ErrorId 'BackupDestinationInProgram,*'
    }

    It 'fails where a file stands in the way, and leaves it alone' {
        $file = Get-TestFile -Upgrade $upgrade -Below 'C/Backup'
        [System.IO.File]::WriteAllText($file, 'mine')
        { Backup-MfaServerData @common -Destination $file } | Should -Throw -ErrorId 'BackupDestinationIsFile,*'
        [System.IO.File]::ReadAllText($file) | Should -Be 'mine'
    }

    It 'writes to no place outside the rehearsal' {
        $outside = Join-Path -Path $TestDrive -ChildPath 'outside'
        { Backup-MfaServerData @common -Destination $outside } | Should -Throw -ErrorId 'RehearsalWriteOutside,*'
        Test-Path -LiteralPath $outside | Should -BeFalse
    }

    It 'follows no link out of the rehearsal' {
        $outside = (New-Item -Path (Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())) -ItemType Directory).FullName
        $link = Get-TestFile -Upgrade $upgrade -Below 'C/Link'
        [void](New-Item -Path $link -ItemType SymbolicLink -Value $outside)
        { Backup-MfaServerData @common -Destination $link } | Should -Throw -ErrorId 'RehearsalWriteOutside,*'
        Get-ChildItem -LiteralPath $outside | Should -HaveCount 0
    }

    It 'says what is wrong with the data: <code>' -ForEach @(
        @{ code = 'DataFileEmpty'; act = { param($data) [System.IO.File]::WriteAllBytes((Join-Path $data 'PhoneFactor.pfdata'), @()) } }
        @{ code = 'DataFileNotFound'; act = { param($data) [System.IO.File]::Delete((Join-Path $data 'PhoneFactor.pfdata')) } }
        @{ code = 'DataFolderNotFound'; act = { param($data) [System.IO.Directory]::Delete($data, $true) } }
    ) {
        & $act $data
        { Backup-MfaServerData @common } | Should -Throw -ErrorId "$code,*"
        Get-TestSet -Upgrade $upgrade | Should -HaveCount 0
    }

    It 'refuses an install path that the registry does not have' {
        { Backup-MfaServerData @common -InstallPath '/elsewhere' } | Should -Throw -ErrorId 'InstallPathDiffers,*'
    }

    It 'looks for space first and leaves nothing behind' {
        Mock -ModuleName MfaServerUpgrade Get-MfaFreeByte { 10 }
        { Backup-MfaServerData @common } | Should -Throw -ErrorId 'BackupSpaceLow,*'
        Get-ChildItem -LiteralPath $env:ProgramData | Should -HaveCount 0
    }

    It 'tries a file three times that changes while it is read, then fails without a set' {
        Mock -ModuleName MfaServerUpgrade Get-MfaFileHash { [pscustomobject]@{ Sha256 = if ($PesterBoundParameters.ContainsKey('CopyTo') -or $LiteralPath -match 'unfinished') { 'first' } else { 'second' }; Length = 1 } }
        { Backup-MfaServerData @common } | Should -Throw -ErrorId 'DataFileChanging,*'
        Should -Invoke -ModuleName MfaServerUpgrade Get-MfaFileHash -ParameterFilter { $PesterBoundParameters.ContainsKey('CopyTo') } -Times 3 -Exactly
        Get-ChildItem -LiteralPath (Get-TestFile -Upgrade $upgrade -Below 'C/ProgramData/MFA Server Upgrade/u1/back-up-data-file') -Force | Should -HaveCount 0
    }

    It 'fails when the copy is not what was read, without a set' {
        Mock -ModuleName MfaServerUpgrade Get-MfaFileHash { [pscustomobject]@{ Sha256 = if (-not $PesterBoundParameters.ContainsKey('CopyTo') -and $LiteralPath -match 'unfinished') { 'other' } else { 'read' }; Length = 1 } }
        { Backup-MfaServerData @common } | Should -Throw -ErrorId 'BackupCopyDiffers,*'
        Get-TestSet -Upgrade $upgrade | Should -HaveCount 0
    }

    It 'fails when a file comes to the Data folder meanwhile' {
        Mock -ModuleName MfaServerUpgrade Copy-MfaStableFile { [System.IO.File]::WriteAllText((Join-Path -Path (Split-Path -Path $File.FullName -Parent) -ChildPath 'late.bin'), 'x') }
        { Backup-MfaServerData @common } | Should -Throw -ErrorId 'DataFileChanging,*'
    }
}
