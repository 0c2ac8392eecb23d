using System.Reflection;

[assembly: AssemblyTitle("MagHopfield.Firmware")]
[assembly: AssemblyProduct("MagHopfield")]
[assembly: AssemblyCopyright("MagHopfield contributors, MIT licence")]
[assembly: AssemblyVersion("0.1.0.0")]
