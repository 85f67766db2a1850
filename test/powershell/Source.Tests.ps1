# What the sources may hold, read from their syntax trees.
BeforeDiscovery {
    $modules = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'powershell'))
    $sources = @(Get-ChildItem -LiteralPath $modules -Recurse -File | Where-Object -Property Extension -In -Value '.ps1', '.psm1', '.psd1' | ForEach-Object -Process { @{ Name = $_.FullName.Substring($modules.Length + 1).Replace('\', '/'); Path = $_.FullName } })
    $exported = foreach ($name in 'MfaServerUpgrade', 'MfaServerRehearsal', 'MfaUpgradeStep') {
        (Import-PowerShellDataFile -LiteralPath (Join-Path -Path $modules -ChildPath "$name/$name.psd1")).FunctionsToExport | ForEach-Object -Process { @{ Module = $name; Function = $_ } }
    }
}

BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Arrange.ps1')

    function Get-Tree {
        param([string]$Path, [string]$Text)
        $tokens = $null; $errors = $null
        $tree = if ($Path) { [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref]$tokens, [ref]$errors) } else { [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref]$tokens, [ref]$errors) }
        [pscustomobject]@{ Tree = $tree; Tokens = $tokens; Errors = @($errors) }
    }

    function Find-Node {
        param([object]$Tree, [string]$Kind)
        @($Tree.FindAll({ $args[0].GetType().Name -eq $Kind }, $true))
    }

    $own = (Get-ChildItem -LiteralPath $sources -Recurse -Filter '*.ps1' | ForEach-Object -Process { Find-Node -Tree (Get-Tree -Path $_.FullName).Tree -Kind 'FunctionDefinitionAst' }).Name | Where-Object -FilterScript { $_ -match 'Mfa' }
    $known = (ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText((Join-Path -Path $sources -ChildPath 'commands.json')))).commands
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters

    # Syntax that Windows PowerShell 5.1 does not know, and commands that build code.
    function Get-Objection {
        param([pscustomobject]$Read)
        foreach ($kind in 'TernaryExpressionAst', 'PipelineChainAst', 'TypeDefinitionAst') { Find-Node -Tree $Read.Tree -Kind $kind | ForEach-Object -Process { $kind } }
        $Read.Tokens | Where-Object -Property Kind -In -Value 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'Clean' | ForEach-Object -Process { $_.Kind }
        Find-Node -Tree $Read.Tree -Kind 'CommandAst' | Where-Object -FilterScript { $_.GetCommandName() -in 'Invoke-Expression', 'iex', 'Invoke-Command', 'Add-Type', 'Start-Process', 'cmd', 'cmd.exe' } | ForEach-Object -Process { $_.GetCommandName() }
        Find-Node -Tree $Read.Tree -Kind 'CommandParameterAst' | Where-Object -Property ParameterName -EQ -Value 'Parallel' | ForEach-Object -Process { '-Parallel' }
        $makes = 'Create', 'NewScriptBlock', 'InvokeScript', 'AddScript'
        Find-Node -Tree $Read.Tree -Kind 'InvokeMemberExpressionAst' | Where-Object -FilterScript { "$($_.Member)" -in $makes -and "$($_.Expression)" -match 'scriptblock|InvokeCommand|PowerShell' } | ForEach-Object -Process { "$($_.Member)" }
    }

    # Where something is written: cmdlets and .NET methods that change files, folders, rights or the registry.
    function Get-Write {
        param([pscustomobject]$Read)
        $cmdlets = '^(Set|Add|Clear|New|Remove|Copy|Move|Rename|Out)-(Item|ItemProperty|Content|Acl|File|Service|PSDrive)$|^(Start|Stop|Restart|Suspend|Resume)-(?!Mfa|Sleep$)|^Set-Nlb|^Export-(?!ModuleMember)'
        Find-Node -Tree $Read.Tree -Kind 'CommandAst' | Where-Object -FilterScript { $_.GetCommandName() -match $cmdlets } | ForEach-Object -Process { $_.GetCommandName() }
        $methods = '^(CreateDirectory|Delete|Move|Copy|Replace|Create|Open|OpenWrite|WriteAll\w+|AppendAll\w+|Set(UnixFileMode|Attributes|Last\w+|Creation\w+))$'
        Find-Node -Tree $Read.Tree -Kind 'InvokeMemberExpressionAst' | Where-Object -FilterScript { "$($_.Member)" -match $methods -and "$($_.Expression)" -match 'IO\.(File|Directory)' } | ForEach-Object -Process { "$($_.Member)" }
        Find-Node -Tree $Read.Tree -Kind 'StringConstantExpressionAst' | Where-Object -FilterScript { $_.Value -in 'CreateNew', 'OpenOrCreate', 'Truncate', 'Append' } | ForEach-Object -Process { $_.Value }
    }
}

Describe '<Name>' -ForEach $sources {
    BeforeAll { $read = Get-Tree -Path $Path }

    It 'parses, in the syntax of Windows PowerShell 5.1, and makes no code' {
        $read.Errors | Should -HaveCount 0
        $objections = @(Get-Objection -Read $read)
        # Programs are started by full path, in one place, and an elevated console in another; other hosts are reached from the room of the step alone.
        if ($Name -in 'MfaServerUpgrade/Private/Writing/Invoke-MfaProgram.ps1', 'Start-ElevatedStep.ps1') { $objections | Should -Be @('Start-Process') }
        elseif ($Name -match '^MfaUpgradeStep/Private/(Enter-MfaStepHost|Enter-MfaStepRehearsal|Invoke-MfaStepCall|Open-MfaStepSession)\.ps1$') { $objections | Select-Object -Unique | Should -Be @('Invoke-Command') }
        else { $objections | Should -BeNullOrEmpty }
    }

    It 'carries a byte order mark where it is not plain ASCII' {
        $bytes = [System.IO.File]::ReadAllBytes($Path)
        $hasMark = $bytes.Length -gt 2 -and $bytes[0] -eq 0xEF -and $bytes[1] -eq 0xBB -and $bytes[2] -eq 0xBF
        ($hasMark -or @($bytes | Where-Object -FilterScript { $_ -gt 127 }).Count -eq 0) | Should -BeTrue
    }

    It 'calls Windows commands by full names, with parameters that are documented for them' {
        $unknown = foreach ($call in Find-Node -Tree $read.Tree -Kind 'CommandAst') {
            $name = $call.GetCommandName()
            if (-not $name -or $own -contains $name) { continue }
            if ($null -eq $known.PSObject.Properties[$name]) { $name; continue }
            $call.CommandElements | Where-Object -FilterScript { $_ -is [System.Management.Automation.Language.CommandParameterAst] } | Where-Object -FilterScript { $null -eq $known.$name.parameters.PSObject.Properties[$_.ParameterName] -and $common -notcontains $_.ParameterName } | ForEach-Object -Process { "$name -$($_.ParameterName)" }
        }
        # Where-Object has a parameter for each comparison.
        $unknown | Where-Object -FilterScript { $_ -notmatch '^Where-Object -(EQ|NE|In|NotIn|Like|Match)$' } | Should -BeNullOrEmpty
    }

    It 'writes only where every write is asked for' {
        $mayWrite = '^Start-ElevatedStep\.ps1$|^MfaServerUpgrade/Private/Writing/|^MfaServerRehearsal/(Public|Private|Simulation)/|^MfaUpgradeStep/Private/(New-MfaStepBundle|New-MfaStepMark|Open-MfaStepSession|Receive-MfaStepOutput|Write-MfaStepResult)\.ps1$'
        if ($Name -notmatch $mayWrite) { Get-Write -Read $read | Should -BeNullOrEmpty }
        elseif ($Name -match '/Writing/' -and $Name -notmatch 'Assert-MfaWriteAllowed') {
            foreach ($function in Find-Node -Tree $read.Tree -Kind 'FunctionDefinitionAst') { "$function" | Should -Match 'Assert-MfaWriteAllowed' }
        }
        else { @(Get-Write -Read $read).Count | Should -BeLessThan 8 }
    }
}

Describe 'These checks' {
    It 'see <text>' -ForEach @('$a ? 1 : 2', '$a ?? 1', 'a && b', 'a || b', '${a}?.b', 'class A { }', 'Invoke-Expression $x', 'iex $x', '1..2 | ForEach-Object -Parallel { $_ }', '[scriptblock]::Create($x)', '& { clean { 1 } }' | ForEach-Object -Process { @{ text = $_ } }) {
        Get-Objection -Read (Get-Tree -Text $text) | Should -Not -BeNullOrEmpty
    }

    It 'see a write: <text>' -ForEach @('Set-Content a b', 'New-Item a', '[System.IO.File]::WriteAllText($a, $b)', '[IO.Directory]::CreateDirectory($a)', "New-Object IO.FileStream(`$a, 'CreateNew')", 'Set-ItemProperty a b c', 'Stop-Service x', 'Set-NlbClusterNode -InputObject $a' | ForEach-Object -Process { @{ text = $_ } }) {
        Get-Write -Read (Get-Tree -Text $text) | Should -Not -BeNullOrEmpty
    }
}

Describe '<Function> of <Module>' -ForEach $exported {
    BeforeAll {
        [void](Import-Module -Name (Join-Path -Path $modules -ChildPath "$Module/$Module.psd1") -Force -Global)
        $command = Get-Command -Name $Function -Module $Module
        $help = Get-Help -Name $Function -Full
    }
    AfterAll { Exit-TestHost }

    It 'has help with an example, and a word on each parameter' {
        $help.Synopsis | Should -Not -BeLike "*$Function*"
        @($help.examples.example).Count | Should -BeGreaterThan 0
        $help.examples.example[0].code | Should -BeLike "*$Function*"
        $own = $command.ScriptBlock.Ast.Body.ParamBlock.Parameters.Name.VariablePath.UserPath
        foreach ($name in $own) { ($help.parameters.parameter | Where-Object -Property name -EQ -Value $name).description.Text | Should -Not -BeNullOrEmpty -Because $name }
    }

    It 'has an approved verb, a type of output, and -WhatIf where it changes something' {
        (Get-Verb).Verb | Should -Contain $command.Verb
        $command.OutputType | Should -Not -BeNullOrEmpty
        if ($command.Verb -in 'Backup', 'New') { $command.Parameters.Keys | Should -Contain 'WhatIf' }
        if ($command.Verb -eq 'Test') { $command.Parameters.Keys | Should -Not -Contain 'WhatIf' }
    }
}
