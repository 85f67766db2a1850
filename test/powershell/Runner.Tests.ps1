BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $runner = Join-Path -Path $root -ChildPath 'tools/powershell/run.ps1'

    function Invoke-Runner {
        param([string]$Text, [string[]]$More = @())
        $folder = (New-Item -Path (Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())) -ItemType Directory).FullName
        [System.IO.File]::WriteAllText((Join-Path -Path $folder -ChildPath 'One.Tests.ps1'), $Text)
        $lines = & $env:MFA_UPGRADE_POWERSHELL -NoProfile -NonInteractive -File $runner -Pester $env:MFA_UPGRADE_PESTER -Tests $folder @More
        [pscustomobject]@{ Code = $LASTEXITCODE; Last = $lines[-1] }
    }
}

Describe 'The run script' {
    It 'is red for <name>' -ForEach @(
        @{ name = 'no test'; text = "Describe 'a' { }"; last = '0 passed, 1 failed' }
        @{ name = 'a skipped test that is not on the list'; text = "Describe 'a' { It 'b' { 1 | Should -Be 1 }; It 'c' -Skip { } }"; last = '1 passed, 1 failed, 1 skipped' }
        @{ name = 'a file that cannot be read'; text = "Describe 'a' {"; last = '0 passed, 1 failed' }
        @{ name = 'a failing test'; text = "Describe 'a' { It 'b' { 1 | Should -Be 2 } }"; last = '0 passed, 1 failed' }
    ) {
        $run = Invoke-Runner -Text $text
        $run.Code | Should -Be 1
        $run.Last | Should -Be $last
    }

    It 'is red for too little coverage' {
        $sources = (New-Item -Path (Join-Path -Path $TestDrive -ChildPath 'sources') -ItemType Directory).FullName
        [System.IO.File]::WriteAllText((Join-Path -Path $sources -ChildPath 'a.ps1'), "function Get-A { 'a' }")
        (Invoke-Runner -Text "Describe 'a' { It 'b' { 1 | Should -Be 1 } }" -More '-Sources', $sources).Last | Should -Be '1 passed, 1 failed'
    }

    It 'is green for a passing test' {
        $run = Invoke-Runner -Text "Describe 'a' { It 'b' { 1 | Should -Be 1 } }"
        $run.Code | Should -Be 0
        $run.Last | Should -Be '1 passed, 0 failed'
    }
}
