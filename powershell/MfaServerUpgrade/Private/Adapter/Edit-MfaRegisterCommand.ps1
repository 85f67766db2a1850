# The register script with -ConfigurationFilePath at the end of its one command, which the parser finds: what else the script
# holds is not public, so nothing is replaced by guesswork (facts 3.2). Gives the bytes that it becomes, and the line before and
# after; the same bytes where the parameter is there with this path. Everything that does not fit is refused.
function Edit-MfaRegisterCommand {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Script,
        [Parameter(Mandatory)] [string]$ConfigurationFilePath
    )
    $command = Get-MfaRegisterCommand -Script $Script
    $bytes = $Script.Bytes
    $text = $Script.Text
    $at = $command.CommandElements[-1].Extent.EndOffset
    if (-not (Test-MfaRegisterPath -Command $command -Script $Script -ConfigurationFilePath $ConfigurationFilePath)) {
        $added = ' -ConfigurationFilePath {0}' -f (ConvertTo-MfaQuotedPath -LiteralPath $ConfigurationFilePath)
        $text = $Script.Text.Insert($at, $added)
        if ($Script.Encoding.GetString($Script.Encoding.GetBytes($added)) -cne $added) {
            $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RegisterScriptPathUnfit -Category InvalidArgument -Target $Script.Path -Value $Script.Path, $ConfigurationFilePath))
        }
        $head = $Script.Mark.Length + $Script.Encoding.GetByteCount($Script.Text.Substring(0, $at))
        [byte[]]$bytes = @($Script.Bytes | Select-Object -First $head) + $Script.Encoding.GetBytes($added) + @($Script.Bytes | Select-Object -Skip $head)
        Assert-MfaRegisterEdit -Script $Script -Byte $bytes -ConfigurationFilePath $ConfigurationFilePath
    }
    [pscustomobject]@{
        Bytes        = $bytes
        Changed      = $text -cne $Script.Text
        Line         = $command.CommandElements[-1].Extent.EndLineNumber
        Before       = Get-MfaLineAt -Text $Script.Text -Offset $at
        After        = Get-MfaLineAt -Text $text -Offset $at
        HasSignature = $Script.Text -match '(?m)^# SIG # Begin signature block'
    }
}

# The one command of the script that registers.
function Get-MfaRegisterCommand {
    [CmdletBinding()]
    [OutputType([System.Management.Automation.Language.CommandAst])]
    param([Parameter(Mandatory)] [pscustomobject]$Script)
    $tokens = $null
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseInput($Script.Text, [ref]$tokens, [ref]$errors)
    $given = @{ Category = 'InvalidArgument'; Target = $Script.Path }
    if (@($errors).Count -gt 0) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RegisterScriptNotParsed -Value $Script.Path, $errors[0].Extent.StartLineNumber, $errors[0].Message @given))
    }
    $found = @($tree.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] -and $args[0].GetCommandName() -match '^(ADFS\\)?Register-AdfsAuthenticationProvider$' }, $true))
    if ($found.Count -ne 1) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RegisterCommandCount -Value $Script.Path, $found.Count @given))
    }
    # Behind these nothing is a parameter any more, or what is given cannot be read from the script.
    $unfit = $found[0].CommandElements | Where-Object -FilterScript { "$($_.Extent.Text)" -in '--', '--%' -or ($_ -is [System.Management.Automation.Language.VariableExpressionAst] -and $_.Splatted) } | Select-Object -First 1
    if ($null -ne $unfit) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RegisterCommandUnfit -Value $Script.Path, $unfit.Extent.StartLineNumber, $unfit.Extent.Text @given))
    }
    $found[0]
}

# Whether the command names this path already; one that it names otherwise is refused. PowerShell takes a parameter by the
# beginning of its name too.
function Test-MfaRegisterPath {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.Language.CommandAst]$Command,
        [Parameter(Mandatory)] [pscustomobject]$Script,
        [Parameter(Mandatory)] [string]$ConfigurationFilePath
    )
    $elements = $Command.CommandElements
    $found = @($elements | Where-Object -FilterScript { $_ -is [System.Management.Automation.Language.CommandParameterAst] -and 'ConfigurationFilePath'.StartsWith($_.ParameterName, [System.StringComparison]::OrdinalIgnoreCase) })
    if ($found.Count -eq 0) { return $false }
    $value = $found[0].Argument
    $next = $elements.IndexOf($found[0]) + 1
    if ($null -eq $value -and $next -lt $elements.Count) { $value = $elements[$next] }
    $isConstant = $value -is [System.Management.Automation.Language.StringConstantExpressionAst]
    if ($found.Count -eq 1 -and $isConstant -and $value.Value -eq $ConfigurationFilePath) { return $true }
    $shown = if ($null -eq $value) { '-' } else { $value.Extent.Text }
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RegisterCommandOtherPath -Category InvalidArgument -Target $Script.Path -Value $Script.Path, $found[0].Extent.StartLineNumber, $shown, $ConfigurationFilePath))
}

# What was made is read as PowerShell will read it: the command stands there once and names exactly this path.
function Assert-MfaRegisterEdit {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Script,
        [Parameter(Mandatory)] [byte[]]$Byte,
        [Parameter(Mandatory)] [string]$ConfigurationFilePath
    )
    $made = [pscustomobject]@{ Path = $Script.Path; Text = $Script.Encoding.GetString($Byte, $Script.Mark.Length, $Byte.Length - $Script.Mark.Length) }
    $command = Get-MfaRegisterCommand -Script $made
    if (-not (Test-MfaRegisterPath -Command $command -Script $made -ConfigurationFilePath $ConfigurationFilePath)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RegisterCommandUnfit -Category InvalidArgument -Target $Script.Path -Value $Script.Path, $command.Extent.StartLineNumber, $command.Extent.Text))
    }
}

# A path as a word of PowerShell in quotation marks. Its parser takes typographic ones (U+201C to U+201E) for the same.
function ConvertTo-MfaQuotedPath {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    '"{0}"' -f [regex]::Replace($LiteralPath, '[`$"\u201C-\u201E]', '`$0')
}

# The line of a text that an offset lies in.
function Get-MfaLineAt {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Text, [Parameter(Mandatory)] [int]$Offset)
    $ends = [char[]]@("`r", "`n")
    $start = if ($Offset -eq 0) { 0 } else { $Text.LastIndexOfAny($ends, $Offset - 1) + 1 }
    $end = $Text.IndexOfAny($ends, $Offset)
    if ($end -lt 0) { $end = $Text.Length }
    $Text.Substring($start, $end - $start)
}
