# Elevation itself is Windows: here is seen what the elevated script does with a request, and that nothing starts elsewhere.
BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')

    # One line for each file: its path and its own hash, in the order of the paths' characters.
    function Get-TestModuleHash {
        $names = [string[]]@(Get-ChildItem -LiteralPath $modules -Recurse -File -Force | ForEach-Object -Process { $_.FullName.Substring($modules.Length + 1).Replace('\', '/') })
        [System.Array]::Sort($names, [System.StringComparer]::Ordinal)
        $text = -join @($names | ForEach-Object -Process { "$_ $((Get-FileHash -LiteralPath (Join-Path -Path $modules -ChildPath $_)).Hash.ToLowerInvariant())`n" })
        [System.Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData([System.Text.Encoding]::UTF8.GetBytes($text))).ToLowerInvariant()
    }

    function Invoke-TestElevated {
        param([pscustomobject]$Request)
        $run = [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($Request.Folder))
        $text = & $env:MFA_UPGRADE_POWERSHELL -NoProfile -File (Join-Path -Path $modules -ChildPath 'Invoke-ElevatedStep.ps1') -Run $run -RequestHash $Request.Hash -NoPause
        [pscustomobject]@{ Code = $LASTEXITCODE; Text = $text -join "`n"; Result = Test-Path -LiteralPath (Join-Path -Path $Request.Folder -ChildPath 'result.json') }
    }
}

Describe 'An elevated run' {
    BeforeEach { $upgrade = New-TestUpgrade -Below $TestDrive }
    AfterEach { Exit-TestHost }

    It 'runs the request whose hash of our files is theirs' {
        $done = Invoke-TestElevated -Request (New-TestRequest -Upgrade $upgrade -With @{ module = Get-TestModuleHash })
        $done.Code | Should -Be 0 -Because $done.Text
        $done.Text | Should -BeLike '*Done and verified*'
    }

    It 'refuses <what>, loads nothing and leaves the request untaken' -ForEach @(
        @{ what = 'other files than were asked for'; with = @{ module = '0' * 64 } }
        @{ what = 'a request that names no files'; with = @{} }
    ) {
        $request = New-TestRequest -Upgrade $upgrade -With $with
        $done = Invoke-TestElevated -Request $request
        $done.Code | Should -Be 2
        $done.Text | Should -BeLike 'Refused, nothing was changed.*'
        (Get-ChildItem -LiteralPath $request.Folder).Name | Should -Be 'request.json'
    }

    It 'refuses a request that was changed after it was recorded' {
        $request = New-TestRequest -Upgrade $upgrade -With @{ module = Get-TestModuleHash }
        $request.Hash = '0' * 64
        (Invoke-TestElevated -Request $request).Code | Should -Be 2
    }

    It 'starts on Windows only' -Skip:($IsWindows -eq $true) {
        $text = & $env:MFA_UPGRADE_POWERSHELL -NoProfile -File (Join-Path -Path $modules -ChildPath 'Start-ElevatedStep.ps1')
        $LASTEXITCODE | Should -Be 2
        $text | Should -BeLike '*Only Windows has elevated consoles*'
    }
}
