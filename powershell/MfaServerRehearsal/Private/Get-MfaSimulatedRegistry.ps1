# What the registry of a simulated host answers. {files} stands for the host's folder of files.
function Get-MfaSimulatedRegistry {
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [pscustomobject]$Planned)
    $registry = [ordered]@{
        'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' = [ordered]@{ Release = 528040 }
        'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager' = [ordered]@{}
    }
    $server = Get-MfaSimulatedServer -Planned $Planned
    if ($null -ne $server) {
        $registry['HKLM:\SOFTWARE\Wow6432Node\Positive Networks\PhoneFactor'] = [ordered]@{ InstallPath = '{files}/' + $server.Below + '/' }
    }
    foreach ($product in Get-MfaSimulatedProduct -Planned $Planned -Server $server) { $registry[$product.Key] = $product.Values }
    # A server of version 6 has no runtime, its setup brings both. Web hosts start with half of what they need, or with nothing
    # where they need one.
    $bitness = Get-MfaPlannedBitness -Planned $Planned
    $architectures = if ($null -ne $server -or $bitness -eq 32) { @() } elseif ($Planned.Adapter) { 'x86', 'x64' } else { 'x64' }
    foreach ($architecture in $architectures) {
        $key = 'HKLM:\SOFTWARE\Wow6432Node\Microsoft\VisualStudio\14.0\VC\Runtimes\{0}' -f $architecture
        $registry[$key] = [ordered]@{ Major = 14; Minor = 0; Bld = 24215; Rbld = 1 }
    }
    $named = [ordered]@{}
    foreach ($key in $registry.Keys) { $named[(ConvertTo-MfaSimulatedKey -Key $key -Bitness $bitness)] = $registry[$key] }
    $named
}

# Whether the Windows of a planned host is 32-bit or 64-bit.
function Get-MfaPlannedBitness {
    [CmdletBinding()]
    [OutputType([int])]
    param([Parameter(Mandatory)] [pscustomobject]$Planned)
    $given = Get-MfaFarmMember -Object $Planned.Entry -Name 'bitness'
    if ($given) { $given } else { 64 }
}

# What stands under Programs and Features as the evening begins.
function Get-MfaSimulatedProduct {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Planned,
        [AllowNull()] [pscustomobject]$Server
    )
    $version = Get-MfaSimulatedVersion -Planned $Planned
    if ($null -ne $Server) { Get-MfaSimulatedProductEntry -Product $Server.Product -Version $version -Folder ('{files}/' + $Server.Below + '/') }
    if ($Planned.Adapter) { Get-MfaSimulatedProductEntry -Product 'AdfsAdapter' -Version $Planned.Adapter -Folder (Get-MfaSimulatedAdapterPlace -Version $Planned.Adapter) }
    foreach ($component in Get-MfaSimulatedWebName -Planned $Planned) {
        $product = (Get-MfaSimulatedWebComponent -Component $component).Product
        Get-MfaSimulatedProductEntry -Product $product -Version $version -Folder ('{files}/C/inetpub/wwwroot/' + $Planned.Entry.$component.virtualDirectory)
    }
}
