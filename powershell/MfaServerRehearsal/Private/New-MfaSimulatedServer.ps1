# The server or agent of a planned host: its program folder and data, and the installers that a person has copied there.
function New-MfaSimulatedServer {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Planned,
        [Parameter(Mandatory)] [pscustomobject]$Server,
        [Parameter(Mandatory)] [string]$LiteralPath
    )
    $version = Get-MfaSimulatedVersion -Planned $Planned
    $folder = [System.IO.Path]::Combine($LiteralPath, $Server.Below)
    New-MfaSimulatedData -LiteralPath ([System.IO.Path]::Combine($folder, 'Data')) -DataFile $Server.DataFile
    if ($Server.Product -eq 'Server') { Write-MfaSimulatedServerFolder -LiteralPath $folder -Version $version }
    else { Write-MfaSimulatedProgram -LiteralPath ([System.IO.Path]::Combine($folder, 'FIXTURE_PhoneFactorAgent.exe')) -Product 'Server' -Version $version }
    $installers = [ordered]@{ 'C/Installers' = [string]$Planned.Farm.targetVersion; 'C/Installers/Previous' = $version }
    foreach ($place in $installers.Keys) {
        $setup = [System.IO.Path]::Combine($LiteralPath, $place)
        [void][System.IO.Directory]::CreateDirectory($setup)
        Write-MfaSimulatedProgram -LiteralPath ([System.IO.Path]::Combine($setup, 'MultiFactorAuthenticationServerSetup.exe')) -Product 'Server' -Version $installers[$place]
    }
}
