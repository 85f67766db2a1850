# Settings of PSScriptAnalyzer. Every default rule is on but those below; each of them is off for the reason beside it.
@{
    IncludeDefaultRules = $true
    ExcludeRules        = @(
        # Stops the analyzer with an exception, in this version, where two variables differ in case.
        'PSUseUsingScopeModifierInNewRunspaces'
        # Ask PowerShell for each of our own names, which takes ten seconds. Source.Tests.ps1 compares every call with
        # commands.json instead and so refuses an alias, too; Honesty.Tests.ps1 runs each changing function with -WhatIf.
        'PSAvoidUsingCmdletAliases'
        'PSAvoidUsingPositionalParameters'
        'PSShouldProcess'
        'PSUseCmdletCorrectly'
        # Sees no use inside a script block, and every check hands one on.
        'PSReviewUnusedParameter'
        # Counts a list as one array, although what leaves a function are its elements.
        'PSUseOutputTypeCorrectly'
        # Asks each private helper and stand-in for -WhatIf. Here the exported function asks, once.
        'PSUseShouldProcessForStateChangingFunctions'
        # The stand-ins have the names of the Windows cmdlets on purpose.
        'PSAvoidOverwritingBuiltInCmdlets'
        # A line is a statement here, however long its message is.
        'PSAvoidLongLines'
    )
    Rules               = @{
        PSUseCompatibleSyntax   = @{ Enable = $true; TargetVersions = @('5.1', '7.0') }
        # Analyzer.Tests.ps1 adds where the profiles lie, and which there are.
        # Get-WindowsFeature is asked for before it is called: Windows for clients has none.
        PSUseCompatibleCommands = @{ Enable = $true; IgnoreCommands = @('Get-WindowsFeature') }
    }
}
