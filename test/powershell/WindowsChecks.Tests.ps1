# docs/windows-checks.ps1: that it only reads, and that all of it runs, on hosts of the simulation.
BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Reach.ps1')
    $modules = $sources # the script loads what lies beside it
    $script = [System.IO.Path]::Combine($root, 'docs', 'windows-checks.ps1')
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseFile($script, [ref]$null, [ref]$errors)

    function Find-Node { param([string]$Kind) @($tree.FindAll({ $args[0].GetType().Name -eq $Kind }, $true)) }

    # The script takes what follows Windows for granted; here the stand-ins answer for it.
    function Invoke-Check {
        param([hashtable]$With = @{})
        Mock -ModuleName MfaServerUpgrade -CommandName Test-MfaWindows -MockWith { $true }
        & $script @With 6>$null
    }
}

Describe 'docs/windows-checks.ps1' {
    It 'parses, and calls only what reads' {
        $errors | Should -BeNullOrEmpty
        $reads = '^(Get|Test|Join|Split|Where|ForEach|Select|Sort|Group|Compare|ConvertTo|ConvertFrom|Import)-|^Write-(Information|Output)$|^(New-Object|Set-StrictMode|Invoke-WebRequest)$'
        # Names without a sign are variables that hold a block.
        Find-Node -Kind 'CommandAst' | ForEach-Object -Process { $_.GetCommandName() } | Where-Object -FilterScript { $_ -and $_ -notmatch $reads } | Should -BeNullOrEmpty
        $members = @(Find-Node -Kind 'InvokeMemberExpressionAst' | ForEach-Object -Process { "$($_.Member)" })
        @($members -match '^(Create|Delete|Move|Copy|Replace|Open|Set|Append|WriteAll)') | Should -Be @('WriteAllText')
    }

    It 'calls no function of ours that comes to write' {
        $all = Get-Definition -Text (Get-ModuleText)
        $called = @((Find-Node -Kind 'CommandAst').ForEach({ $_.GetCommandName() }) | Where-Object -FilterScript { $_ -and $all.ContainsKey($_) } | Sort-Object -Unique)
        $called.Count | Should -BeGreaterThan 15
        foreach ($name in $called) { Get-Reach -All $all -From $name | Should -Not -Contain 'Assert-MfaWriteAllowed' -Because $name }
    }

    It 'looks at everything on the simulated <name>, and writes the report alone' -ForEach @(
        @{ name = 'mfa01.contoso.example'; apply = 'That program lies in the install path', 'Each component is listed once under Programs and Features', 'The setup and vc_redist carry a version' }
        @{ name = 'web01.contoso.example'; apply = 'A program file in bin of each web component carries a version', 'The web.config of each portal and mobile app names the SDK', 'A node of Windows NLB tells what it does after a restart' }
    ) {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name $name
        $before = Get-TestFingerprint -LiteralPath $upgrade.Folder
        $report = Join-Path -Path $TestDrive -ChildPath "$name.json"
        $said = Invoke-Check -With @{ Report = $report; Installers = (Get-TestFile -Upgrade $upgrade -Name $name -Below 'C/Installers') }
        Get-TestFingerprint -LiteralPath $upgrade.Folder | Should -Be $before
        $text = [System.IO.File]::ReadAllText($report)
        $text | Should -Not -Match 'contoso|FIXTURE|Portal_|no_secret|Pester|[A-Z]:\\'
        $seen = (ConvertFrom-Json -InputObject $text).assumptions
        "$($said[0])" | Should -BeLike "* of $($seen.Count) assumptions hold or do not apply."
        # What no stand-in answers for: path rules of Windows, Windows Installer as a file, and access rights.
        $foreign = 'Local paths pass, shares and devices do not', 'Windows Installer lies where it is started from, signed by Microsoft', 'The install path of MFA Server is in the registry and ends as said', 'Remoting answers on this host', 'Remote Desktop lies where it is looked for'
        $seen | Where-Object -FilterScript { $_.holds -eq $false -or "$($_.holds)" -match '^(could not look|differs: (?!Get-Acl, Set-Acl$))' } | Where-Object -Property assumption -NotIn -Value $foreign | ForEach-Object -Process { "$($_.holds) $($_.assumption)" } | Should -BeNullOrEmpty
        foreach ($assumption in $apply) { ($seen | Where-Object -Property assumption -EQ -Value $assumption).holds | Should -BeTrue -Because $assumption }
        Exit-TestHost
    }

    It 'says no where an assumption does not hold' {
        $upgrade = New-TestUpgrade -Below $TestDrive
        Enter-TestHost -Upgrade $upgrade -Name 'web01.contoso.example'
        Edit-TestState -Upgrade $upgrade -Name 'web01.contoso.example' -File 'iis.json' -Change { param($iis) $iis.pools[0].runtime = 'v1.1' }
        $report = Join-Path -Path $TestDrive -ChildPath 'no.json'
        [void](Invoke-Check -With @{ Report = $report })
        ((ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($report))).assumptions | Where-Object -Property assumption -EQ -Value 'The pool of each web component has the runtime v2.0 or v4.0').holds | Should -Be $false
        Exit-TestHost
    }

    It 'runs on no other system' -Skip:($env:OS -eq 'Windows_NT') {
        "$(& $env:MFA_UPGRADE_POWERSHELL -NoProfile -NonInteractive -File $script)" | Should -BeLike '*Run them on a Windows host.'
        $LASTEXITCODE | Should -Be 2
    }
}
