# The register script of the adapter: one command gets one parameter, and every other byte stays.
BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')
    $module = Import-Module -Name (Join-Path -Path $modules -ChildPath 'MfaServerUpgrade/MfaServerUpgrade.psd1') -Force -PassThru -Global
    $config = 'C:\ProgramData\MFA Server Upgrade\u1\installers\MultiFactorAuthenticationAdfsAdapter.config'
    $command = 'Register-AdfsAuthenticationProvider -TypeName "pfadfs.AuthenticationAdapter, X" -Name "AzureMfaServerAuthentication"'

    # The bytes that a script becomes, and what is said about it.
    function Edit-Bytes {
        param([byte[]]$Byte, [string]$Path = $config)
        $file = Join-Path -Path $TestDrive -ChildPath ('{0}.ps1' -f [guid]::NewGuid().ToString('N'))
        [System.IO.File]::WriteAllBytes($file, $Byte)
        & $module { param($file, $path) Edit-MfaRegisterCommand -Script (Read-MfaScript -LiteralPath $file) -ConfigurationFilePath $path } $file $Path
    }

    function Edit-Text {
        param([string]$Text, [string]$Path = $config)
        $edit = Edit-Bytes -Byte ([System.Text.Encoding]::ASCII.GetBytes($Text)) -Path $Path
        [pscustomobject]@{ Text = [System.Text.Encoding]::UTF8.GetString($edit.Bytes); Edit = $edit }
    }

    function Get-Hex { param([byte[]]$Byte) [System.BitConverter]::ToString($Byte) }
}
AfterAll { Exit-TestHost }

Describe 'Adding -ConfigurationFilePath' {
    It 'adds it to the end of the command: <what>' -ForEach @(
        @{ what = 'alone'; before = '{0}'; after = '{0} {1}' }
        @{ what = 'with a comment behind it'; before = "{0} # the end`r`n"; after = "{0} {1} # the end`r`n" }
        @{ what = 'into a pipeline'; before = "{0} | Out-Null`n"; after = "{0} {1} | Out-Null`n" }
        @{ what = 'with a semicolon and a second command'; before = '{0}; Get-Date'; after = '{0} {1}; Get-Date' }
        @{ what = 'with its output thrown away'; before = '{0} > $null'; after = '{0} {1} > $null' }
        @{ what = 'over several lines'; before = "Register-AdfsAuthenticationProvider ```r`n  -TypeName 'a' ```r`n  -Name 'b'`r`nGet-Date"; after = "Register-AdfsAuthenticationProvider ```r`n  -TypeName 'a' ```r`n  -Name 'b' {1}`r`nGet-Date" }
        @{ what = 'with a continuation behind the last word'; before = "{0} ```n`nGet-Date"; after = "{0} {1} ```n`nGet-Date" }
        @{ what = 'with its parameter glued to the value'; before = "Register-AdfsAuthenticationProvider -TypeName 'a' -Name:'b'"; after = "Register-AdfsAuthenticationProvider -TypeName 'a' -Name:'b' {1}" }
        @{ what = 'in a block'; before = "if (`$x) {{ {0} }} else {{ 1 }}"; after = "if (`$x) {{ {0} {1} }} else {{ 1 }}" }
        @{ what = 'in a function, with the name in other words'; before = "function f {{`r`n`tadfs\register-ADFSauthenticationprovider -Name `$n -TypeName `$t`r`n}}`r`nf"; after = "function f {{`r`n`tadfs\register-ADFSauthenticationprovider -Name `$n -TypeName `$t {1}`r`n}}`r`nf" }
        @{ what = 'beside words that only look like it'; before = "# Register-AdfsAuthenticationProvider -Name x`n'Register-AdfsAuthenticationProvider'`n{0}"; after = "# Register-AdfsAuthenticationProvider -Name x`n'Register-AdfsAuthenticationProvider'`n{0} {1}" }
    ) {
        $added = '-ConfigurationFilePath "{0}"' -f $config
        (Edit-Text -Text ($before -f $command)).Text | Should -BeExactly ($after -f $command, $added)
    }

    It 'shows the one line that changes, and its number' {
        $edit = (Edit-Text -Text "# one`r`n`r`n$command # three`r`nGet-Date`r`n").Edit
        $edit.Line | Should -Be 3
        $edit.Before | Should -BeExactly "$command # three"
        $edit.After | Should -BeExactly ('{0} -ConfigurationFilePath "{1}" # three' -f $command, $config)
    }

    It 'keeps encoding, byte order mark and line ends: <what>' -ForEach @(
        @{ what = 'UTF-8 with a mark'; encoding = [System.Text.UTF8Encoding]::new($true) }
        @{ what = 'UTF-8 without one'; encoding = [System.Text.UTF8Encoding]::new($false) }
        @{ what = 'UTF-16'; encoding = [System.Text.UnicodeEncoding]::new($false, $true) }
        @{ what = 'UTF-16, the other way round'; encoding = [System.Text.UnicodeEncoding]::new($true, $true) }
        @{ what = 'Windows-1252'; encoding = [System.Text.Encoding]::GetEncoding(1252) }
    ) {
        $text = "# f{0}r AD FS`r`n# mixed`n{1}`r`n# {0} behind it" -f [char]0xFC, $command
        $edit = Edit-Bytes -Byte ($encoding.GetPreamble() + $encoding.GetBytes($text))
        $wanted = $text.Replace($command, ('{0} -ConfigurationFilePath "{1}"' -f $command, $config))
        Get-Hex -Byte $edit.Bytes | Should -Be (Get-Hex -Byte ($encoding.GetPreamble() + $encoding.GetBytes($wanted)))
    }

    It 'writes a path that PowerShell reads as the same path: <path>' -ForEach @(
        @{ path = 'D:\a b\x.config' }, @{ path = 'D:\$env\$(Get-Date)\x.config' }, @{ path = 'D:\a`n\x.config' }, @{ path = "D:\it's\x.config" }
        @{ path = "D:\$([char]0x201C)a$([char]0x201D)$([char]0x201E)\x.config" }, @{ path = "D:\$([char]0x2018)a$([char]0x2019)\x.config" }
    ) {
        $utf8 = [System.Text.UTF8Encoding]::new($true)
        $edit = Edit-Bytes -Byte ($utf8.GetPreamble() + $utf8.GetBytes($command)) -Path $path
        $errors = $null
        $tree = [System.Management.Automation.Language.Parser]::ParseInput($utf8.GetString($edit.Bytes, 3, $edit.Bytes.Length - 3), [ref]$null, [ref]$errors)
        $errors | Should -BeNullOrEmpty
        $last = $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)[0].CommandElements[-1]
        $last | Should -BeOfType ([System.Management.Automation.Language.StringConstantExpressionAst])
        $last.Value | Should -BeExactly $path
    }

    It 'refuses a path that the encoding of the script cannot hold' {
        $ansi = [System.Text.Encoding]::GetEncoding(1252)
        { Edit-Bytes -Byte $ansi.GetBytes("# f$([char]0xFC)r`n$command") -Path "D:\$([char]0x416)\x.config" } | Should -Throw -ErrorId 'RegisterScriptPathUnfit,*'
    }

    It 'leaves a command alone that names this path: <written>' -ForEach @(
        @{ written = '-ConfigurationFilePath "{0}"' }, @{ written = "-configurationfilepath '{0}'" }, @{ written = '-Config:"{0}"' }
    ) {
        $text = '{0} {1}' -f $command, ($written -f $config)
        $done = Edit-Text -Text $text
        $done.Text | Should -BeExactly $text
        $done.Edit.Changed | Should -BeFalse
    }

    It 'refuses <code>: <text>' -ForEach @(
        @{ code = 'RegisterCommandCount'; text = 'Get-Date' }
        @{ code = 'RegisterCommandCount'; text = '' }
        @{ code = 'RegisterCommandCount'; text = "Invoke-Expression 'Register-AdfsAuthenticationProvider -Name a'" }
        @{ code = 'RegisterCommandCount'; text = "Register-AdfsAuthenticationProvider -Name a`nif (`$x) { Register-AdfsAuthenticationProvider -Name b }" }
        @{ code = 'RegisterCommandUnfit'; text = 'Register-AdfsAuthenticationProvider @given' }
        @{ code = 'RegisterCommandUnfit'; text = 'Register-AdfsAuthenticationProvider -Name a --% -TypeName b' }
        @{ code = 'RegisterCommandUnfit'; text = 'Register-AdfsAuthenticationProvider -Name a -- b' }
        @{ code = 'RegisterCommandOtherPath'; text = 'Register-AdfsAuthenticationProvider -Name a -ConfigurationFilePath "C:\other.config"' }
        @{ code = 'RegisterCommandOtherPath'; text = 'Register-AdfsAuthenticationProvider -Name a -conf $path' }
        @{ code = 'RegisterCommandOtherPath'; text = 'Register-AdfsAuthenticationProvider -Name a -ConfigurationFilePath' }
        @{ code = 'RegisterScriptNotParsed'; text = 'Register-AdfsAuthenticationProvider -Name "a' }
    ) {
        { Edit-Text -Text $text } | Should -Throw -ErrorId "$code,*"
    }
}

Describe 'Edit-MfaAdfsRegisterScript and Test-MfaAdfsRegisterScript' {
    BeforeEach {
        $upgrade = New-TestUpgrade -Below $TestDrive
        $node = 'fs01.contoso.example'
        Enter-TestHost -Upgrade $upgrade -Name $node
        $id = @{ ComputerName = $node; UpgradeId = 'u1' }
        New-TestAdapterFolder -Upgrade $upgrade -Name $node
        $script = Join-Path -Path (Get-TestAdapterFolder -Upgrade $upgrade -Name $node) -ChildPath 'Register-MultiFactorAuthenticationAdfsAdapter.ps1'
    }
    AfterEach { Exit-TestHost }

    It 'shows the difference with -WhatIf, and writes nothing' {
        $before = Get-TestFingerprint -LiteralPath $upgrade.Hosts
        $said = @(Edit-MfaAdfsRegisterScript @id -WhatIf 6>&1)
        Get-TestFingerprint -LiteralPath $upgrade.Hosts | Should -Be $before
        $said[-1].Changed | Should -BeFalse
        $said[-1].Before.Text | Should -Not -BeLike '*-ConfigurationFilePath*'
        $said[-1].After.Text | Should -BeLike '*-ConfigurationFilePath "*MultiFactorAuthenticationAdfsAdapter.config"'
        "$said" | Should -BeLike '* - Register-Adfs* + Register-Adfs*-ConfigurationFilePath*'
    }

    It 'says that the signature of a script breaks, and warns afterwards' {
        [System.IO.File]::AppendAllText($script, "# SIG # Begin signature block`r`n# FIXTURE`r`n# SIG # End signature block`r`n")
        $evidence = Edit-MfaAdfsRegisterScript @id 6>$null
        $evidence.SignatureBreaks | Should -BeTrue
        $answer = Test-MfaAdfsRegisterScript @id
        $answer.Verified | Should -BeTrue
        $answer.Findings.Code | Should -Be 'RegisterScriptSigned'
    }

    It 'is answered no where <code>' -ForEach @(
        @{ code = 'RegisterScriptWithoutPath'; act = { } }
        @{ code = 'RegisterCommandCount'; act = { [System.IO.File]::AppendAllText($script, 'Register-AdfsAuthenticationProvider -Name a') } }
        @{ code = 'RegisterCommandOtherPath'; act = { [System.IO.File]::WriteAllText($script, 'Register-AdfsAuthenticationProvider -Name a -ConfigurationFilePath "C:\old.config"') } }
        @{ code = 'AdapterFileMissing'; act = { [System.IO.File]::Delete($script) } }
    ) {
        & $act
        $answer = Test-MfaAdfsRegisterScript @id
        $answer.Verified | Should -BeFalse
        $answer.Findings.Code | Should -Be $code
    }

    It 'leaves a file alone that somebody else writes meanwhile' {
        Mock -ModuleName MfaServerUpgrade -CommandName 'Edit-MfaRegisterCommand' -MockWith {
            [System.IO.File]::AppendAllText($Script.Path, '# written meanwhile')
            [pscustomobject]@{ Bytes = [byte[]]@(1); Changed = $true; Line = 1; Before = 'a'; After = 'b'; HasSignature = $false }
        }
        { Edit-MfaAdfsRegisterScript @id 6>$null } | Should -Throw -ErrorId 'FileChangedMeanwhile,*'
        [System.IO.File]::ReadAllText($script) | Should -BeLike '*# written meanwhile'
        @(Get-ChildItem -LiteralPath (Split-Path -Path $script) -Filter '*.tmp') | Should -HaveCount 0
    }
}
