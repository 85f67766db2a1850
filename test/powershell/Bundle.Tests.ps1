# A portal in a DMZ: the step goes there in a folder, and its result comes back. Carrying is copying a folder here; the script
# of the bundle runs in a process of its own, on the simulated host that COMPUTERNAME names.
BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $portal = 'web01.contoso.example'

    function New-TestBundleRequest {
        param([hashtable]$With = @{})
        $more = @{
            step = "back-up-portal@$portal"; title = 'Back up the User Portal'; target = $portal; host = [ordered]@{ name = $portal; transport = 'bundle' }
            function = 'Backup-MfaWebComponent'; verify = 'Test-MfaWebComponentBackup'
            parameters = [ordered]@{ UpgradeId = 'u1'; BackupName = 'back-up-portal'; Component = 'userPortal' }
            rehearsal = [ordered]@{ hosts = $upgrade.Hosts; farm = New-TestFarm; bundle = $true }
        }
        foreach ($key in $With.Keys) { $more[$key] = $With[$key] }
        New-TestRequest -Upgrade $upgrade -With $more
    }

    # Starts the run and gives its process as soon as the bundle lies there.
    function Open-TestBundle {
        param([pscustomobject]$Request)
        $process = Open-TestStep -Request $Request
        $folder = Join-Path -Path $Request.Folder -ChildPath 'bundle'
        while (-not (Test-Path -LiteralPath $folder) -and -not $process.HasExited) { Start-Sleep -Milliseconds 100 }
        $process
    }

    function Close-TestBundle {
        param([System.Diagnostics.Process]$Process)
        $text = $Process.StandardOutput.ReadToEnd()
        $Process.WaitForExit()
        [pscustomobject]@{ Code = $Process.ExitCode; Text = $text }
    }

    function Copy-TestBundle {
        param([pscustomobject]$Request)
        $away = Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid().ToString('N'))
        Copy-Item -LiteralPath (Join-Path -Path $Request.Folder -ChildPath 'bundle') -Destination $away -Recurse
        $away
    }

    function Invoke-TestBundle {
        param([string]$Folder, [string]$On = $portal)
        $start = New-Object System.Diagnostics.ProcessStartInfo
        $start.FileName = $env:MFA_UPGRADE_POWERSHELL
        foreach ($argument in '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned', '-File', "$Folder/Invoke-MfaBundle.ps1") { $start.ArgumentList.Add($argument) }
        $start.Environment.Clear()
        $start.Environment['COMPUTERNAME'] = $On
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        $process = [System.Diagnostics.Process]::Start($start)
        $errors = $process.StandardError.ReadToEndAsync()
        $text = $process.StandardOutput.ReadToEnd() + $errors.Result
        $process.WaitForExit()
        [pscustomobject]@{ Code = $process.ExitCode; Text = $text; Result = "$Folder/result.json" }
    }

    function Read-TestResult {
        param([string]$Path)
        ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($Path)) -DateKind String
    }
}

Describe 'A config file of a host that nobody reaches' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name $portal
        [void](Backup-MfaWebComponent -ComputerName $portal -UpgradeId 'u1' -BackupName 'back-up-portal' -Component 'userPortal' 6>$null)
        Exit-TestHost
        Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep/MfaUpgradeStep.psd1') -Force -Global
        $live = Get-TestFile -Upgrade $upgrade -Name $portal -Below 'C/inetpub/wwwroot/Portal/web.config'
        $given = [ordered]@{ UpgradeId = 'u1'; Component = 'userPortal'; SavedName = 'back-up-portal' }

        # Carries a bundle there, runs it, and carries its result back.
        function Invoke-TestCarried {
            param([hashtable]$With)
            $request = New-TestBundleRequest -With $With
            $process = Open-TestBundle -Request $request
            $away = Copy-TestBundle -Request $request
            $there = Invoke-TestBundle -Folder $away
            Copy-Item -LiteralPath $there.Result -Destination (Join-Path -Path $request.Folder -ChildPath 'bundle')
            $here = Close-TestBundle -Process $process
            [pscustomobject]@{
                Readme = [System.IO.File]::ReadAllText("$away/README.txt"); Text = $there.Text + $here.Text; Result = Read-TestResult -Path "$($request.Folder)/result.json"
            }
        }
    }
    AfterEach { Exit-TestHost }

    It 'is carried back with the one that was saved, and the merged one is carried out' {
        $pair = Invoke-TestCarried -With @{ function = 'Get-MfaConfigurationPair'; verify = 'Get-MfaConfigurationPair'; changes = $false; collects = $true; parameters = $given + [ordered]@{ BackupName = 'merge' } }
        $pair.Readme | Should -BeLike '*the code of the last line is not enough*Delete every other copy*'
        $pair.Result.verified | Should -BeTrue -Because $pair.Text
        $pair.Result.evidence.new.content | Should -Be ([System.Convert]::ToBase64String([System.IO.File]::ReadAllBytes($live)))
        $merged = [System.IO.File]::ReadAllText($live).Replace('</configuration>', "`t</configuration>")
        $content = [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($merged))
        $hashes = [ordered]@{ BackupName = 'merge'; Sha256 = (Get-TextHash -Text $merged); ReplacedSha256 = $pair.Result.evidence.new.sha256; SavedSha256 = $pair.Result.evidence.old.sha256 }
        $published = Invoke-TestCarried -With @{ function = 'Publish-MfaConfiguration'; verify = 'Test-MfaConfiguration'; publication = @{ content = $content }; parameters = $given + $hashes }
        $published.Result.outcome | Should -Be 'done' -Because $published.Text
        $published.Result.verified | Should -BeTrue
        [System.IO.File]::ReadAllText($live) | Should -Be $merged
        $published.Text | Should -Not -BeLike "*$($content.Substring(0, 60))*"
    }
}

Describe 'A step for a host that nobody reaches' {
    BeforeEach {
        Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep/MfaUpgradeStep.psd1') -Force -Global
        $upgrade = New-TestUpgrade -Below $TestDrive
        New-TestHost -Upgrade $upgrade
        $request = New-TestBundleRequest
        $process = Open-TestBundle -Request $request
        $away = Copy-TestBundle -Request $request
    }
    AfterEach { if (-not $process.HasExited) { $process.Kill() }; Exit-TestHost }

    It 'is carried there, runs once, and becomes done when its result is back' {
        (Get-ChildItem -LiteralPath $away).Name | Should -Be @('Invoke-MfaBundle.ps1', 'README.txt')
        $there = Invoke-TestBundle -Folder $away
        $there.Code | Should -Be 0 -Because $there.Text
        $there.Text | Should -BeLike '*Done and verified: Back up the User Portal*'
        $there.Text | Should -Match 'Mark as Done: [0-9A-F]{8}\s*$'
        $again = Invoke-TestBundle -Folder $away
        $again.Code | Should -Be 2
        $again.Text | Should -BeLike '*started on this host before*'
        Copy-Item -LiteralPath $there.Result -Destination (Join-Path -Path $request.Folder -ChildPath 'bundle')
        $here = Close-TestBundle -Process $process
        $here.Code | Should -Be 0 -Because $here.Text
        $here.Text | Should -BeLike "*$($request.Folder)/bundle*"
        $result = Read-TestResult -Path "$($request.Folder)/result.json"
        $result.outcome | Should -Be 'done'
        $result.verified | Should -BeTrue
        $result.computer | Should -Be 'WEB01'
        $result.requestHash | Should -Be $request.Hash
    }

    It 'is refused on another computer, which changes nothing there, and still runs on the right one' {
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        $there = Invoke-TestBundle -Folder $away -On 'mfa01.contoso.example'
        $there.Code | Should -Be 2
        $there.Text | Should -BeLike '*Refused, nothing was changed*MFA01*'
        $there.Result | Should -Not -Exist
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        (Invoke-TestBundle -Folder $away).Code | Should -Be 0
    }

    It 'is refused when its request was changed on the way' {
        $script = [System.IO.File]::ReadAllText("$away/Invoke-MfaBundle.ps1")
        $bytes = [System.Convert]::ToBase64String([System.IO.File]::ReadAllBytes("$($request.Folder)/request.json"))
        $other = [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes([System.IO.File]::ReadAllText("$($request.Folder)/request.json").Replace('back-up-portal', 'other')))
        $script | Should -BeLike "*$bytes*"
        [System.IO.File]::WriteAllText("$away/Invoke-MfaBundle.ps1", $script.Replace($bytes, $other))
        $there = Invoke-TestBundle -Folder $away
        $there.Code | Should -Be 2
        $there.Text | Should -BeLike '*not the one that was recorded*'
        $there.Result | Should -Not -Exist
    }

    It 'takes no result of another run or computer, and none that is cut short; then it takes its own' {
        $there = Invoke-TestBundle -Folder $away
        $good = [System.IO.File]::ReadAllText($there.Result)
        $run = [System.IO.Path]::GetFileName($request.Folder)
        $back = "$($request.Folder)/bundle/result.json"
        foreach ($bad in @(
                @{ text = $good.Replace($run, 'another'); code = 'BundleResultOther' }
                @{ text = $good.Replace($request.Hash, '0' * 64); code = 'BundleResultOther' }
                @{ text = $good.Replace('"WEB01"', '"WEB02"'); code = 'BundleResultElsewhere' }
                @{ text = $good.Substring(0, 200); code = 'BundleResultUnreadable' }
                @{ text = $good.Replace('"verified":true', '"verified":"yes"'); code = 'BundleResultUnreadable' }
            )) {
            $bad.text | Should -Not -Be $good
            InModuleScope MfaUpgradeStep -Parameters @{ folder = $request.Folder; text = $bad.text; back = $back } {
                [System.IO.File]::WriteAllText($back, $text)
                (Read-MfaStepBundleResult -Run (Read-MfaStepRequest -RunFolder $folder) -LiteralPath $back).Objection
            } | Should -BeLike "*``[$($bad.code)``]"
        }
        "$($request.Folder)/result.json" | Should -Not -Exist
        $process.HasExited | Should -BeFalse
        [System.IO.File]::WriteAllText($back, $good)
        (Close-TestBundle -Process $process).Code | Should -Be 0
    }

    It 'does not become done when the act does nothing there' {
        [System.IO.File]::WriteAllText((Join-Path -Path $upgrade.Hosts -ChildPath 'no-op.json'), '["Backup-MfaWebComponent"]')
        $there = Invoke-TestBundle -Folder $away
        $there.Code | Should -Be 1
        $outcome = Read-TestResult -Path $there.Result
        $outcome.outcome | Should -Be 'failed'
        $code = InModuleScope MfaUpgradeStep -Parameters @{ outcome = $outcome } {
            $outcome.outcome = 'done'
            $outcome.verified = $true
            Get-MfaStepBundleCode -Result $outcome
        }
        $there.Text | Should -Not -BeLike "*$code*" -Because 'another outcome has another code'
    }

    It 'goes on waiting when the wait was left, with the same bundle' {
        $process.Kill()
        $process.WaitForExit()
        $first = (Get-FileHash -LiteralPath "$($request.Folder)/bundle/Invoke-MfaBundle.ps1").Hash
        Copy-Item -LiteralPath (Invoke-TestBundle -Folder $away).Result -Destination (Join-Path -Path $request.Folder -ChildPath 'bundle')
        $done = Start-TestStep -Request $request
        $done.Code | Should -Be 0 -Because $done.Text
        (Get-FileHash -LiteralPath "$($request.Folder)/bundle/Invoke-MfaBundle.ps1").Hash | Should -Be $first
    }

    It 'writes no result when the request is another one by then: somebody may have run the bundle' {
        $process.Kill()
        $process.WaitForExit()
        $done = Start-TestStep -Request ([pscustomobject]@{ Folder = $request.Folder; Hash = '0' * 64 })
        $done.Code | Should -Be 2
        $done.Result | Should -BeNullOrEmpty
    }
}

Describe 'A bundle of production' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        $request = New-TestBundleRequest -With @{ mode = 'production'; rehearsal = $null }
        $process = Open-TestBundle -Request $request
        $away = Copy-TestBundle -Request $request
    }
    AfterEach { if (-not $process.HasExited) { $process.Kill() }; Exit-TestHost }

    It 'needs none of our files, knows no simulated host, and refuses a computer without Windows' -Skip:($IsWindows -eq $true) {
        $text = [System.IO.File]::ReadAllText("$away/Invoke-MfaBundle.ps1")
        $text.Contains($modules) | Should -BeFalse
        $there = Invoke-TestBundle -Folder $away
        $there.Code | Should -Be 2
        $there.Text | Should -BeLike '*has no Windows*'
        (Get-ChildItem -LiteralPath $away).Name | Should -Be @('Invoke-MfaBundle.ps1', 'README.txt')
    }

    It 'is written in what Windows PowerShell 4 can read, so that it can say what it needs' {
        $tokens = $null; $errors = $null
        $tree = [System.Management.Automation.Language.Parser]::ParseFile("$away/Invoke-MfaBundle.ps1", [ref]$tokens, [ref]$errors)
        $errors | Should -BeNullOrEmpty
        # Classes, enumerations and "using" came with 5.0.
        @($tree.FindAll({ $args[0].GetType().Name -in 'TypeDefinitionAst', 'UsingStatementAst', 'TernaryExpressionAst', 'PipelineChainAst' }, $true)) | Should -BeNullOrEmpty
        @($tokens | Where-Object -Property Kind -In -Value 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'Clean', 'Class', 'Enum', 'Using') | Should -BeNullOrEmpty
        [System.IO.File]::ReadAllBytes("$away/Invoke-MfaBundle.ps1")[0..2] | Should -Be @(0xEF, 0xBB, 0xBF)
    }

    It 'comes with three sentences of what to do' {
        $lines = [System.IO.File]::ReadAllLines("$away/README.txt")
        $lines[0] | Should -Be "Back up the User Portal, for $portal"
        @($lines | Where-Object -FilterScript { $_ -match '^\d\. ' }) | Should -HaveCount 3
    }
}

Describe 'The code of a result' {
    BeforeAll { Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaUpgradeStep/MfaUpgradeStep.psd1') -Force -Global }
    AfterAll { Exit-TestHost }

    It 'is the same as the extension reckons' {
        $code = InModuleScope MfaUpgradeStep { Get-MfaStepBundleCode -Result ([pscustomobject]@{ run = 'r1'; requestHash = 'h1'; outcome = 'done'; verified = $null; restartNeeded = $false }) }
        $code | Should -Be '0CA83025'
    }
}
