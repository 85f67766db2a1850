BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $installed = '<configuration><appSettings><add key="USE_WEB_SERVICE_SDK" value="false" /></appSettings></configuration>'
    $merged = "`u{feff}" + $installed.Replace('"false"', "`"true`"`r`n")
    $portal = @{ ComputerName = 'web01.contoso.example'; UpgradeId = 'u1'; Component = 'userPortal' }
    $adapter = @{ ComputerName = 'old01'; UpgradeId = 'u1'; Component = 'adfsAdapter'; SavedName = 'export-adapter-config' }

    function Get-Base64 { param([string]$Text) [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($Text)) }

    function Get-Given {
        param([string]$Old)
        @{ BackupName = 'merge'; Content = (Get-Base64 -Text $merged); Sha256 = (Get-TextHash -Text $merged); ReplacedSha256 = (Get-TextHash -Text $installed); SavedSha256 = (Get-TextHash -Text $Old) }
    }
}

Describe 'Collecting, publishing and putting back web.config' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name 'web01.contoso.example'
        $file = Get-TestFile -Upgrade $upgrade -Name 'web01.contoso.example' -Below 'C/inetpub/wwwroot/Portal/web.config'
        $old = [System.IO.File]::ReadAllText($file)
        [void](Backup-MfaWebComponent @portal -BackupName 'back-up-portal' 6>$null)
        [System.IO.File]::WriteAllText($file, $installed)
        [System.IO.File]::SetUnixFileMode($file, [System.IO.UnixFileMode]'UserRead, UserWrite, GroupRead')
        $given = Get-Given -Old $old
        $saved = @{ SavedName = 'back-up-portal' }
    }
    AfterEach { Exit-TestHost }

    It 'collects both files with their hashes, byte for byte' {
        $pair = Get-MfaConfigurationPair @portal @saved
        $pair.Verified | Should -BeTrue
        $pair.Old.Content | Should -Be (Get-Base64 -Text $old)
        $pair.Old.Sha256 | Should -Be (Get-TextHash -Text $old)
        $pair.New.Content | Should -Be (Get-Base64 -Text $installed)
        $pair.New.Path | Should -Be $file
    }

    It 'refuses to collect without a backup, without an installed file, through a link and above 16 MB' {
        { Get-MfaConfigurationPair @portal -SavedName 'other' } | Should -Throw -ErrorId 'ConfigurationNotSaved,*'
        [System.IO.File]::WriteAllText($file, $installed + (' ' * 16MB))
        { Get-MfaConfigurationPair @portal @saved } | Should -Throw -ErrorId 'ConfigurationTooLarge,*'
        [System.IO.File]::Move($file, "$file.moved")
        [void][System.IO.File]::CreateSymbolicLink($file, "$file.moved")
        { Get-MfaConfigurationPair @portal @saved } | Should -Throw -ErrorId 'ConfigurationNotFound,*'
    }

    It 'publishes the very bytes, keeps access and what was there, and leaves nothing beside it' {
        $evidence = Publish-MfaConfiguration @portal @saved @given 6>$null
        $evidence.Changed | Should -BeTrue
        $evidence.Before.Sha256 | Should -Be $given.ReplacedSha256
        $evidence.After.Sha256 | Should -Be $given.Sha256
        [System.Convert]::ToBase64String([System.IO.File]::ReadAllBytes($file)) | Should -Be $given.Content
        [System.IO.File]::GetUnixFileMode($file) | Should -Be ([System.IO.UnixFileMode]'UserRead, UserWrite, GroupRead')
        [System.IO.File]::ReadAllText("$($evidence.Kept)/Data/web.config") | Should -Be $installed
        [System.IO.File]::GetUnixFileMode($evidence.Kept) | Should -Be ([System.IO.UnixFileMode]'UserRead, UserWrite, UserExecute')
        @(Get-ChildItem -LiteralPath (Split-Path -Path $file) -Filter 'mfa-*').Count | Should -Be 0
        $evidence | ConvertTo-Json -Depth 8 | Should -Not -BeLike '*appSettings*'
    }

    It 'refuses, and changes nothing, when <what>' -ForEach @(
        @{ what = 'the file was changed meanwhile'; code = 'ConfigurationChanged'; act = { [System.IO.File]::AppendAllText($file, ' ') } }
        @{ what = 'the backup is another one than was compared'; code = 'ConfigurationChanged'; act = { $given.SavedSha256 = 'a' * 64 } }
        @{ what = 'the merged file is not the one that was reviewed'; code = 'ConfigurationContentDiffers'; act = { $given.Content = Get-Base64 -Text 'x' } }
        @{ what = 'it is no base64'; code = 'ConfigurationContentDiffers'; act = { $given.Content = '*' } }
        @{ what = 'the backup is gone'; code = 'ConfigurationNotSaved'; act = { $saved.SavedName = 'other' } }
    ) {
        . $act
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        $failure = { Publish-MfaConfiguration @portal @saved @given } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike "$code,*"
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
    }

    It 'gives a file back that somebody changed between the look and the rename' {
        & (Get-Module -Name 'MfaServerUpgrade') {
            param($path, $bytes, $given)
            { Set-MfaFileContent -LiteralPath $path -Bytes $bytes -Sha256 $given.Sha256 -ReplacedSha256 ('b' * 64) } | Should -Throw -ErrorId 'ConfigurationChanged,*'
        } $file ([System.Text.Encoding]::UTF8.GetBytes($merged)) $given
        [System.IO.File]::ReadAllText($file) | Should -Be $installed
        @(Get-ChildItem -LiteralPath (Split-Path -Path $file) -Filter 'mfa-*').Count | Should -Be 0
    }

    It 'puts the exact bytes back, and refuses when the published file was changed' {
        [void](Publish-MfaConfiguration @portal @saved @given 6>$null)
        $back = @{ BackupName = 'merge'; Sha256 = $given.ReplacedSha256; ReplacedSha256 = $given.Sha256 }
        [System.IO.File]::AppendAllText($file, ' ')
        { Restore-MfaConfiguration @portal @back } | Should -Throw -ErrorId 'ConfigurationChanged,*'
        [System.IO.File]::WriteAllText($file, $merged)
        (Restore-MfaConfiguration @portal @back 6>$null).Changed | Should -BeTrue
        [System.IO.File]::ReadAllText($file) | Should -Be $installed
        { Restore-MfaConfiguration @portal -BackupName 'merge' -Sha256 ('c' * 64) -ReplacedSha256 $back.Sha256 } | Should -Throw -ErrorId 'ConfigurationNotKept,*'
    }

    It 'is answered no for <what>' -ForEach @(
        @{ what = 'another file'; code = 'ConfigurationOther'; act = { [System.IO.File]::WriteAllText($file, $installed) } }
        @{ what = 'a copy beside it'; code = 'ConfigurationCopyLeft'; act = { [System.IO.File]::WriteAllText("$(Split-Path -Path $file)/mfa-$('0' * 32).out.config", '') } }
    ) {
        [void](Publish-MfaConfiguration @portal @saved @given 6>$null)
        (Test-MfaConfiguration -ComputerName 'web01.contoso.example' -UpgradeId 'u1' -Component 'userPortal' -Sha256 $given.Sha256).Verified | Should -BeTrue
        . $act
        $answer = Test-MfaConfiguration -ComputerName 'web01.contoso.example' -UpgradeId 'u1' -Component 'userPortal' -Sha256 $given.Sha256
        $answer.Verified | Should -BeFalse
        $answer.Findings.Code | Should -Be $code
    }

    It 'gives null for a file that is no XML' {
        [System.IO.File]::WriteAllText($file, '<configuration><add key="USE_WEB_SERVICE_SDK"')
        $answer = Test-MfaConfiguration -ComputerName 'web01.contoso.example' -UpgradeId 'u1' -Component 'userPortal' -Sha256 $given.Sha256
        $answer.Verified | Should -Be $null
        $answer.Findings.Code | Should -Be 'ConfigurationNotRead'
    }
}

Describe 'The config file of the adapter' {
    It 'is collected from the newest export and the copied files, and published in the place of the new one' {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name 'old01'
        try {
            $below = Get-TestFile -Upgrade $upgrade -Name 'old01' -Below 'C/ProgramData/MFA Server Upgrade/u1'
            $file = "$below/installers/MultiFactorAuthenticationAdfsAdapter.config"
            { Get-MfaConfigurationPair @adapter } | Should -Throw -ErrorId 'ConfigurationNotFound,*'
            [void][System.IO.Directory]::CreateDirectory("$below/installers")
            [System.IO.File]::WriteAllText($file, $installed)
            { Get-MfaConfigurationPair @adapter } | Should -Throw -ErrorId 'ConfigurationNotSaved,*'
            [void][System.IO.Directory]::CreateDirectory("$below/export-adapter-config")
            [System.IO.File]::WriteAllText("$below/export-adapter-config/20261125T200000000Z.config", 'older')
            [System.IO.File]::WriteAllText("$below/export-adapter-config/20261125T210000000Z.config", 'old')
            (Get-MfaConfigurationPair @adapter).Old.Sha256 | Should -Be (Get-TextHash -Text 'old')
            $given = Get-Given -Old 'old'
            $evidence = Publish-MfaConfiguration @adapter @given 6>$null
            [System.IO.File]::ReadAllText("$($evidence.Kept)/Data/MultiFactorAuthenticationAdfsAdapter.config") | Should -Be $installed
            (Test-MfaConfiguration -ComputerName 'old01' -UpgradeId 'u1' -Component 'adfsAdapter' -Sha256 $given.Sha256).Verified | Should -BeTrue
        }
        finally { Exit-TestHost }
    }
}
