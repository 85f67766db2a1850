# What a function of MfaServerUpgrade can come to run, read from the syntax trees.
# A name as key, its source's tree as value: all functions of the module.
function Get-Definition {
    param([string[]]$Text)
    $all = @{}
    foreach ($one in $Text) {
        $tree = [System.Management.Automation.Language.Parser]::ParseInput($one, [ref]$null, [ref]$null)
        foreach ($function in $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true)) { $all[$function.Name] = $function }
    }
    $all
}

# All that a function can come to run: what it calls, and what it names, because a check can be called by its name.
function Get-Reach {
    param([hashtable]$All, [string]$From)
    $seen = [System.Collections.Generic.List[string]]@($From)
    for ($at = 0; $at -lt $seen.Count; $at++) {
        foreach ($word in $All[$seen[$at]].FindAll({ $args[0] -is [System.Management.Automation.Language.StringConstantExpressionAst] }, $true)) {
            if ($All.ContainsKey($word.Value) -and -not $seen.Contains($word.Value)) { $seen.Add($word.Value) }
        }
    }
    $seen
}

function Get-ModuleText {
    Get-ChildItem -LiteralPath (Join-Path -Path $sources -ChildPath 'MfaServerUpgrade') -Recurse -Filter '*.ps1' | ForEach-Object -Process { [System.IO.File]::ReadAllText($_.FullName) }
}
