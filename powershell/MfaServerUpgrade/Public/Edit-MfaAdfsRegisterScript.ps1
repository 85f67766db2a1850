function Edit-MfaAdfsRegisterScript {
    <#
    .SYNOPSIS
    Adds the path of the configuration file to the register script of the AD FS adapter on this host.
    .DESCRIPTION
    Puts -ConfigurationFilePath and the full path of the copied MultiFactorAuthenticationAdfsAdapter.config at the end of the
    one command Register-AdfsAuthenticationProvider of the copied script. The command is found by the PowerShell parser;
    encoding, line ends and every other byte stay. Refused where the command is not there once, where it names another
    path, or where its parameters cannot be read. Sources: SEED-A, ADFS, PS-Register.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the copied files belong to.
    .OUTPUTS
    The line before and after, and whether a signature of the script no longer holds.
    .EXAMPLE
    Edit-MfaAdfsRegisterScript -ComputerName fs01.contoso.example -UpgradeId 4f1c -WhatIf
    Shows the line as it is and as it would be, and writes nothing.
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $path = Get-MfaAdapterFile -Which Register -UpgradeId $UpgradeId
    $config = Get-MfaAdapterFile -Which Config -UpgradeId $UpgradeId
    $hash = (Get-MfaFileHash -LiteralPath $path).Sha256
    $edit = Edit-MfaRegisterCommand -Script (Read-MfaScript -LiteralPath $path) -ConfigurationFilePath $config
    $evidence = [pscustomobject]@{
        ComputerName = $ComputerName; Changed = $false; Script = $path; ConfigurationFilePath = $config; Line = $edit.Line; SignatureBreaks = $edit.Changed -and $edit.HasSignature
        Before = [pscustomobject]@{ Sha256 = $hash; Text = $edit.Before }; After = [pscustomobject]@{ Sha256 = $hash; Text = $edit.After }
    }
    if (-not $edit.Changed) {
        Write-Information -MessageData 'Nothing to do: the command names the file already.'
        return $evidence
    }
    Write-Information -MessageData ('{0}, line {1}:' -f $path, $edit.Line)
    Write-Information -MessageData ('- {0}' -f (ConvertTo-MfaVisibleText -Text $edit.Before))
    Write-Information -MessageData ('+ {0}' -f (ConvertTo-MfaVisibleText -Text $edit.After -MaximumLength 800))
    if ($edit.HasSignature) { Write-Information -MessageData 'The script is signed, and the signature does not hold after the edit.' }
    if (-not $PSCmdlet.ShouldProcess($path, "Add -ConfigurationFilePath in line $($edit.Line)")) { return $evidence }
    Update-MfaFile -LiteralPath $path -Byte $edit.Bytes -Sha256 $hash
    $evidence.After.Sha256 = (Get-MfaFileHash -LiteralPath $path).Sha256
    $evidence.Changed = $true
    $evidence
}
