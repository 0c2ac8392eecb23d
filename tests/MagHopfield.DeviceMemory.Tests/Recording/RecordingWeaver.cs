using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using DeviceFrame = MagHopfield.DeviceMemory.Tests.Device.DeviceSizes;
using MethodImplAttributes = Mono.Cecil.MethodImplAttributes;

namespace MagHopfield.DeviceMemory.Tests.Recording;

/// <summary>
/// Puts a call to <see cref="HeapRecorder"/> behind every instruction of an assembly that makes an object, and forbids the compiler to
/// optimise, so that a local variable lives as long as its frame, as in the device's interpreter.
/// </summary>
internal static class RecordingWeaver
{
    /// <summary>An assembly that records.</summary>
    /// <param name="path">The assembly as it was built.</param>
    /// <param name="frames">Gathers bytes of a stack frame on the device by method.</param>
    public static byte[] Weave(string path, Dictionary<string, int> frames)
    {
        using DefaultAssemblyResolver resolver = new();
        resolver.AddSearchDirectory(Path.GetDirectoryName(path));
        using ModuleDefinition module = ModuleDefinition.ReadModule(path, new ReaderParameters { AssemblyResolver = resolver });
        MethodReference track = Import(module, nameof(HeapRecorder.Track));
        MethodReference foreign = Import(module, nameof(HeapRecorder.TrackForeign));
        MethodReference literal = Import(module, nameof(HeapRecorder.Literal));
        foreach (MethodDefinition method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            frames[Key(method)] = DeviceFrame.Frame(method.Body.Variables.Count, method.Body.MaxStackSize);
            method.ImplAttributes |= MethodImplAttributes.NoOptimization | MethodImplAttributes.NoInlining;
            method.Body.SimplifyMacros();
            ILProcessor il = method.Body.GetILProcessor();
            foreach (Instruction instruction in method.Body.Instructions.ToArray())
            {
                Instruction[] added = After(instruction, track, foreign, literal);
                Instruction last = instruction;
                foreach (Instruction next in added)
                {
                    il.InsertAfter(last, next);
                    last = next;
                }
            }

            method.Body.OptimizeMacros();
        }

        MemoryStream woven = new();
        module.Write(woven);
        return woven.ToArray();
    }

    private static Instruction[] After(Instruction instruction, MethodReference track, MethodReference foreign, MethodReference literal) =>
        instruction.OpCode.Code switch
        {
            Code.Ldstr => [Instruction.Create(OpCodes.Call, literal)],
            Code.Newarr or Code.Box => Tracked(track),
            Code.Newobj when !((MethodReference)instruction.Operand).DeclaringType.IsValueType => Tracked(track),
            Code.Call or Code.Callvirt when GivesForeign((MethodReference)instruction.Operand) => Tracked(foreign),
            _ => [],
        };

    private static Instruction[] Tracked(MethodReference call) => [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Call, call)];

    private static bool GivesForeign(MethodReference method) =>
        (method.ReturnType.FullName == "System.String" || method.ReturnType.IsArray)
        && method.DeclaringType.Scope is AssemblyNameReference scope && scope.Name.StartsWith("System", StringComparison.Ordinal);

    private static MethodReference Import(ModuleDefinition module, string name) =>
        module.ImportReference(typeof(HeapRecorder).GetMethod(name, BindingFlags.Public | BindingFlags.Static));

    // As HeapRecorder.FrameKey makes it of a method that runs.
    private static string Key(MethodDefinition method) =>
        $"{method.DeclaringType.FullName}::{method.Name}"
        + $"({string.Join(',', method.Parameters.Select(parameter => parameter.ParameterType.Name))})";
}
