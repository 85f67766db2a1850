# Answers from computer.json.
function Get-ComputerInfo {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string[]]$Property
    )
    process {
        $computer = Read-MfaStandInFile -Name 'computer.json'
        $all = [pscustomobject]@{ CsDNSHostName = $computer.dnsHostName; CsDomain = $computer.domain; CsPartOfDomain = $computer.partOfDomain }
        if ($Property) { $all | Select-Object -Property $Property } else { $all }
    }
}
