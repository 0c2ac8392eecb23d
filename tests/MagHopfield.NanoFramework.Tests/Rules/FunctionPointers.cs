using MagHopfield.NanoFramework.Tests.Image;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MagHopfield.NanoFramework.Tests.Rules;

/// <summary>
/// Function pointers, <c>delegate*&lt;…&gt;</c>: calls through them do nothing. In IL: <c>calli</c>, their type, and the address of a
/// method (<c>ldftn</c>) that no delegate is made of at once.
/// </summary>
internal static class FunctionPointers
{
    public static IEnumerable<Finding> Find(FirmwareImage image)
    {
        foreach (TypeUse use in TypeUse.All(image).Where(use => use.Holds(type => type is FunctionPointerType)))
            yield return use.Place with { What = $"calls through {use.Type.FullName} do nothing. Use a delegate." };

        foreach (MethodDefinition method in image.Methods.Where(method => method.HasBody))
        {
            foreach (Instruction instruction in method.Body.Instructions)
            {
                bool isAddress = instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn;
                if (instruction.OpCode.Code == Code.Calli || (isAddress && instruction.Next?.OpCode.Code != Code.Newobj))
                {
                    string what = $"{instruction.OpCode} is for function pointers; calls through them do nothing. Use a delegate.";
                    yield return image.At(method, instruction, what);
                }
            }
        }
    }
}
