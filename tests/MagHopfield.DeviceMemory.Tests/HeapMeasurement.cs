using System.Reflection;
using System.Runtime.Loader;
using MagHopfield.DeviceMemory.Tests.Recording;
using MagHopfield.DeviceMemory.Tests.Uses;

namespace MagHopfield.DeviceMemory.Tests;

/// <summary>What a use of the instrument needs of the device's heap.</summary>
/// <param name="Use">The use.</param>
/// <param name="Nodes">Nodes N.</param>
/// <param name="Figures">Bytes by name.</param>
/// <param name="Holders">What held the objects at the peak.</param>
internal sealed record HeapMeasurement(string Use, int Nodes, IReadOnlyDictionary<string, int> Figures, HolderTree Holders)
{
    private static readonly string[] Recorded = ["MagHopfield.Shared", "MagHopfield.Instrument"];
    private static readonly Dictionary<string, int> Frames = [];
    private static readonly Dictionary<string, byte[]> Woven = Recorded.ToDictionary(
        name => name, name => RecordingWeaver.Weave(Path.Combine(AppContext.BaseDirectory, name + ".dll"), Frames));

    /// <summary>Largest number of bytes of objects and stacks at once.</summary>
    public int Peak => Figures["peak"] + Figures["stack of the instrument"] + Figures["stack of the link"];

    /// <summary>Runs a use with fresh static fields.</summary>
    public static HeapMeasurement Of(string use, int nodes)
    {
        RecordingContext context = new();
        Type runner = context.LoadFromAssemblyName(typeof(UseRunner).Assembly.GetName()).GetType(typeof(UseRunner).FullName!)!;
        Dictionary<string, int> figures = (Dictionary<string, int>)runner.GetMethod(nameof(UseRunner.Run))!.Invoke(
            null, [use, nodes, Frames])!;
        context.Unload();
        HolderTree holders = new();
        foreach ((string path, int bytes) in figures.Where(figure => figure.Key[0] == '@'))
            holders.Add(path[1..], bytes);

        return new HeapMeasurement(use, nodes, figures.Where(f => f.Key[0] != '@').ToDictionary(f => f.Key, f => f.Value), holders);
    }

    // Our assemblies anew, those that record in place of what was built.
    private sealed class RecordingContext() : AssemblyLoadContext("recording", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName name)
        {
            if (Woven.TryGetValue(name.Name!, out byte[]? image))
                return LoadFromStream(new MemoryStream(image));

            return name.Name!.StartsWith("MagHopfield", StringComparison.Ordinal)
                ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll"))
                : null;
        }
    }
}
